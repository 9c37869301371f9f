import BriefingModel
import DocumentWriters

/// How documents are to look: a layout profile, and the office's own document where there is one.
struct Look {
  var layout: LayoutProfile
  var template: OfficeTemplate?

  private static let limit = 64 << 20

  /// Read before any work is done: a template that cannot be used must not leave half the documents behind.
  static func template(_ path: String) throws(Failure) -> OfficeTemplate {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try Files.read(path, limit: limit)
    } catch {
      throw .input(path: path, .unreadable(error))
    }
    do throws(TemplateError) {
      guard bytes.count <= limit else { throw .tooLarge("") }
      return try OfficeTemplate(bytes)
    } catch {
      throw .input(path: path, .notTemplate(error))
    }
  }

  /// What the user should know about a template and the documents asked for.
  func remarks(_ briefing: Briefing, formats: [WriteFormat]) -> [String] {
    guard let template else { return [] }
    let others = formats.filter { $0 != template.format }.map(\.rawValue)
    var remarks: [String] = []
    if others.count == formats.count {
      remarks.append("模板是 \(template.format.rawValue) 文件，没有用上。请在 --formats 中加上 \(template.format.rawValue)。")
    } else if !others.isEmpty {
      remarks.append("模板只用于 \(template.format.rawValue)，\(others.joined(separator: "、")) 照默认的样子写。")
    }
    let (unknown, missing) = template.placeholders(for: briefing)
    for name in unknown {
      let nearest =
        nearestName(to: name, among: OfficeTemplate.placeholderNames).map { "，是不是“{{\($0)}}”？" } ?? "。"
      remarks.append(
        "模板中的“{{\(shown(name))}}”不认识，照原样留下\(nearest)可用的有：\(OfficeTemplate.placeholderNames.joined(separator: "、"))。"
      )
    }
    if !missing.isEmpty {
      remarks.append("模板中的\(missing.map { "“{{\($0)}}”" }.joined(separator: "、"))没有内容可填，留了空。请用命令行选项或设置补上。")
    }
    return remarks
  }
}

extension TemplateError {
  /// What is wrong and what to do next.
  var message: String {
    switch self {
    case .unknownFormat: "模板不是 ODT 或 DOCX 文档。请用文字处理软件另存为 .odt 或 .docx。"
    case .encrypted: "模板加了密码，打不开。请用文字处理软件去掉密码后另存一份。"
    case .damaged: "模板的压缩包已损坏，打不开。请用文字处理软件修复后另存，或重新取得这份文件。"
    case .missingPart(let name): "模板缺少 \(shown(name))。请用文字处理软件打开后另存一份。"
    case .unreadablePart(let name): "模板中的 \(shown(name)) 不是完好的 XML。请用文字处理软件打开后另存一份。"
    case .tooLarge(let name):
      name.isEmpty ? "模板太大。请删去不需要的图片后另存。" : "模板中的 \(shown(name)) 太大。请删去或缩小后另存。"
    case .noMarker:
      "模板里没有“{{正文}}”，不知道正文放在哪里。请在模板中另起一段，只写 {{正文}}：它上面的是报头，下面的是版记。"
    case .misplacedMarker:
      "模板里的“{{正文}}”放得不对。请让它独占一段，不放在表格、文本框或页眉页脚里，全文只写一次。"
    }
  }
}
