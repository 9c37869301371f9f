import BriefingModel

/// The words that every writer prints around the composed text.
enum Wording {
  /// 2026年11月23日: Arabic digits without leading zeros (GB/T 9704-2012 7.3.5).
  static func date(_ date: CalendarDate) -> String {
    "\(date.year)年\(date.month)月\(date.day)日"
  }

  /// （第12期　总第108期）, as much of it as is known.
  static func issue(_ masthead: Masthead) -> String? {
    var parts: [String] = []
    if let issue = masthead.issue { parts.append("第\(issue)期") }
    if let total = masthead.total { parts.append("总第\(total)期") }
    return parts.isEmpty ? nil : "（" + parts.joined(separator: "　") + "）"
  }

  /// 报：…, 送：…, 发：…, those that have anybody.
  static func recipients(_ colophon: Colophon) -> [String] {
    [("报：", colophon.report), ("送：", colophon.send), ("发：", colophon.distribute)]
      .filter { !$0.1.isEmpty }
      .map { label, names in label + names.joined(separator: "，") }
  }

  /// 责任编辑：…　核稿：…　签发：….
  static func staff(_ colophon: Colophon) -> String? {
    let people = [("责任编辑：", colophon.editor), ("核稿：", colophon.reviewer), ("签发：", colophon.signer)]
    let parts = people.compactMap { label, name in name.map { label + $0 } }
    return parts.isEmpty ? nil : parts.joined(separator: "　")
  }

  /// 共印100份.
  static func copies(_ colophon: Colophon) -> String? {
    colophon.copies.map { "共印\($0)份" }
  }

  /// Title of the whole: its own, or name and issue.
  static func documentTitle(_ briefing: Briefing) -> String {
    briefing.title ?? briefing.masthead.name + (issue(briefing.masthead) ?? "")
  }
}
