import BriefingModel

@testable import Outliner

/// What one rule finds in an example, one line for each finding.
struct RuleFindings {
  typealias Finder = @Sendable (RuleFindings) -> [String]

  /// The finder for each `.cases` file.
  static let finders: [String: Finder] = {
    var finders: [String: Finder] = [
      "announced-count": \.announcedCounts, "block-kind": \.blockKinds, "boundary": \.boundaries,
      "byline": \.bylines, "caption": \.captions, "county": \.counties, "dateline": \.datelines,
      "end-byline": \.endBylines, "headline": \.headlines, "headline-assignment": \.assignments,
      "line-break": \.mended, "printed-date": \.dates, "quotation": \.quotations, "role": \.roles,
      "section-opening": \.parts,
    ]
    for rule in MeasureRules.all { finders[fileName(of: rule)] = { $0.headings(rule) } }
    return finders
  }()

  /// ChineseNumberRule → chinese-number.
  static func fileName(of rule: any MeasureRule.Type) -> String {
    var name = ""
    for character in "\(rule)".dropLast("Rule".count) {
      if character.isUppercase, !name.isEmpty { name += "-" }
      name += character.lowercased()
    }
    return name
  }

  let transcript: Transcript
  let page: Page
  /// First line `prefecture: 济宁市` of an example.
  let prefecture: String?

  init(_ input: String) {
    let setting = "prefecture: "
    let lines = input.split(separator: "\n", omittingEmptySubsequences: false)
    let first = lines.first.map(String.init) ?? ""
    prefecture = first.hasPrefix(setting) ? String(first.dropFirst(setting.count)) : nil
    transcript = StyledText.transcript(prefecture == nil ? input : lines.dropFirst().joined(separator: "\n"))
    page = Page(transcript, vocabulary: .standard, gazetteer: .standard)
  }

  private var text: MendedPage { page.mended }
  private var ranges: [Range<Int>] { text.blocks.map(\.text) }
  private var outlined: OutlinedSource {
    Outliner(options: .init(prefecture: prefecture)).outline(transcript)
  }

  /// The whole page as the body of one article.
  private var body: ArticleBody {
    ArticleBody(
      mended: text, quotation: page.quotation, vocabulary: page.vocabulary,
      blocks: Array(text.blocks.indices), start: 0, textEnd: text.text.count, hints: page.hints)
  }

  private func headings(_ rule: any MeasureRule.Type) -> [String] {
    rule.propose(in: body).sorted { $0.start < $1.start }.map { text.string($0.heading) }
  }

  /// `3 三字诀`
  private var announcedCounts: [String] {
    ranges.compactMap { range in
      AnnouncedCountRule.count(text.text, range).map { "\($0.count) \(text.string($0.at))" }
    }
  }

  /// `title 吹响“全域党建”号角`; running text is not listed.
  private var blockKinds: [String] {
    page.kinds.indices.filter { page.kinds[$0] != .body }.map { "\(page.kinds[$0]) \(page.string($0))" }
  }

  /// The first characters of every item after the first.
  private var boundaries: [String] {
    page.segmenter.items().items.dropFirst().compactMap { item in
      item.body.first.map { String(page.string($0).prefix(8)) }
    }
  }

  /// `通讯员: 张野、孙凯`
  private func words(_ byline: Byline) -> String { "\(byline.role): \(byline.names.joined(separator: "、"))" }

  private var bylines: [String] {
    ranges.compactMap { page.datelines.bylines.byline(in: $0).map(words) }
  }

  /// Whole captions, and titles of captioned pictures.
  private var captions: [String] {
    page.kinds.indices.filter { [.caption, .captionTitle].contains(page.kinds[$0]) }.map(page.string)
  }

  /// `邹城市 370883`, or `朝阳: 110105 220104` where several bear the name.
  private var counties: [String] {
    let builder = ArticleBuilder(page, prefecture: prefecture)
    return page.segmenter.items().items.compactMap { item in
      let noted = builder.article(item)
      if let county = noted.value.county { return "\(county.name) \(county.code ?? "-")" }
      let doubt = noted.notices.first { $0.kind == .ambiguousCounty }?.message ?? ""
      let codes = doubt.matches(of: /[0-9]{6}/).map { String($0.output) }
      return codes.isEmpty ? nil : "ambiguous \(codes.joined(separator: " "))"
    }
  }

  /// `本报邹城讯 | 通讯员: 侯康 | 今年以来，邹城市`: dateline, byline, and where the text begins.
  private var datelines: [String] {
    text.blocks.indices.compactMap { index in
      let block = text.blocks[index]
      return page.heads[index].map { head in
        let words = text.string((head.bodyStart..<block.text.upperBound).prefix(6))
        return [head.dateline.map(text.string) ?? "-", head.byline.map(self.words) ?? "-", words]
          .joined(separator: " | ")
      }
    }
  }

  /// `记者: 王小明 | 好评。`: the byline, and how the text before it ends.
  private var endBylines: [String] {
    text.blocks.indices.compactMap { index in
      let block = text.blocks[index]
      return page.signatures[index].map { found in
        "\(words(found.byline)) | \(text.string((block.text.lowerBound..<found.textEnd).suffix(4)))"
      }
    }
  }

  /// Label, kicker, headline and subtitle of the titles of a page.
  private var headlines: [String] {
    let rule = HeadlineRule(
      mended: text, kinds: page.kinds, gazetteer: page.gazetteer, vocabulary: page.vocabulary)
    let found = rule.headline(of: page.kinds.indices.filter { [.title, .subtitle].contains(page.kinds[$0]) })
    var lines = found.labels.map { "label \(text.string($0))" }
    lines += found.kicker.map { "kicker \(text.string($0))" }
    lines += found.headline.map { "headline \(text.string($0))" }
    if let subtitle = found.subtitle { lines.append("subtitle \(text.string(subtitle))") }
    return lines
  }

  /// `吹响“全域党建”号角 <- 本报泗水讯`: a headline, and how its article begins.
  private var assignments: [String] {
    page.segmenter.items().items.filter { !$0.titles.isEmpty }.map { item in
      let titles = item.titles.map(page.string).joined(separator: " / ")
      return "\(titles) <- \(item.body.first.map { String(page.string($0).prefix(8)) } ?? "")"
    }
  }

  /// Blocks of two lines or more, mended.
  private var mended: [String] { text.blocks.filter { $0.lines.count > 1 }.map { text.string($0.text) } }

  private var dates: [String] {
    ranges.compactMap { range in
      PrintedDate.find(in: text.text, range).map { "\($0.year)-\($0.month)-\($0.day)" }
    }
  }

  /// What stands inside, marks included; `reversed ”` and the characters after it for a mark printed wrongly.
  private var quotations: [String] {
    let inside = page.quotation.inside
    var found: [String] = []
    for range in ranges {
      for part in range.split(whereSeparator: { !inside[$0] }) {
        found.append(text.string(part.startIndex..<part.endIndex))
      }
    }
    return found + page.quotation.reversed.map { "reversed \(text.string($0..<min($0 + 3, inside.count)))" }
  }

  /// `requirement 压实责任`, children after their parents.
  /// Headings below the first level.
  private var parts: [String] {
    outlined.articles.flatMap(\.measures).flatMap(\.children).map(\.heading)
  }

  private var roles: [String] {
    func lines(_ measures: [Measure]) -> [String] {
      measures.flatMap { ["\($0.role.rawValue) \($0.heading)"] + lines($0.children) }
    }
    return outlined.articles.flatMap { lines($0.measures) }
  }
}
