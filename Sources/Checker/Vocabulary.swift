/// Names by which the checker knows styles and fonts in documents of others. All small letters.
enum Vocabulary {
  /// Beginnings of the names of fonts without Chinese characters.
  static let latinFonts = [
    "times", "arial", "calibri", "cambria", "helvetica", "liberation", "dejavu", "courier", "georgia",
    "verdana", "tahoma", "consolas", "garamond", "palatino", "century", "carlito", "caladea", "segoe",
  ]
  static let bodyStyles: Set<String> = [
    "normal", "standard", "body text", "text body", "body text indent", "text body indent",
    "body text first indent", "first line indent", "list paragraph", "default", "正文", "正文文本",
    "正文首行缩进", "normal (web)", "normal indent", "default paragraph style",
  ]
  static let titleStyles: Set<String> = ["title", "标题", "公文标题"]
  /// What lines of a colophon begin with.
  static let colophonBeginnings = ["报：", "送：", "发：", "抄送：", "抄报：", "责任编辑：", "核稿：", "签发：", "共印"]
}
