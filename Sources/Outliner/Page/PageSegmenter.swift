import BriefingModel

/// Cuts a page into items: proposals by block, one decision for the page.
///
/// A title between two bodies may be the headline of the one below, of the one above, or a heading within an
/// article. Datelines and bylines say where articles begin; `HeadlineAssignment` says whose each headline is.
struct PageSegmenter {
  let mended: MendedPage
  let kinds: [BlockKind]
  let boundary: BoundaryRule
  let assignment: HeadlineAssignment

  /// A page as an alternation: group, body, group, body, …, group.
  private struct Layout {
    var groups: [TitleGroup] = [TitleGroup()]
    var bodies: [[Int]] = []
    var captions: [[Int]] = []
  }

  /// The page's items in reading order, and its column title.
  func items() -> (items: [PageItem], column: Int?) {
    var layout = alternate()
    mergeWithin(&layout)
    var items = assignment.assign(layout.groups, to: layout.bodies)
    items += layout.captions.map { blocks in
      PageItem(
        kind: .photoCaption, titles: blocks.filter { kinds[$0] == .captionTitle },
        body: blocks.filter { kinds[$0] == .caption })
    }
    items.sort { $0.position < $1.position }
    return (items, kinds.indices.first { kinds[$0] == .column })
  }

  private func alternate() -> Layout {
    var layout = Layout()
    for index in kinds.indices {
      switch kinds[index] {
      case .caption, .captionTitle: addCaption(index, to: &layout)
      case .column: continue
      case .body, .start:
        addBody(index, to: &layout)
      default:
        addToGroup(index, &layout)
      }
    }
    if layout.groups.count == layout.bodies.count { layout.groups.append(TitleGroup()) }
    return layout
  }

  /// A caption goes on over the next block if that only names the photographer.
  private func addCaption(_ index: Int, to layout: inout Layout) {
    let goesOn =
      layout.captions.last?.last == index - 1
      && (kinds[index - 1] == .captionTitle || mended.blocks[index].text.count <= 30)
    if goesOn {
      layout.captions[layout.captions.count - 1].append(index)
    } else {
      layout.captions.append([index])
    }
  }

  private func addBody(_ index: Int, to layout: inout Layout) {
    let open = layout.bodies.count == layout.groups.count
    if open, kinds[index] != .start {
      layout.bodies[layout.bodies.count - 1].append(index)
      return
    }
    // A dateline begins an article even where nothing stands above it.
    if open { layout.groups.append(TitleGroup()) }
    layout.bodies.append([index])
  }

  private func addToGroup(_ index: Int, _ layout: inout Layout) {
    if layout.groups.count == layout.bodies.count { layout.groups.append(TitleGroup()) }
    let group = layout.groups.count - 1
    switch kinds[index] {
    case .furniture: layout.groups[group].furniture.append(index)
    case .endByline: layout.groups[group].closing = index
    case .byline:
      // 通讯员 张三 right below a body, with titles after it, signs what stands above.
      if layout.groups[group].titles.isEmpty, !layout.bodies.isEmpty, !opensNext(index) {
        layout.groups[group].closing = index
      } else {
        layout.groups[group].opening = index
      }
    default: layout.groups[group].titles.append(index)
    }
  }

  /// The next block that is not furniture is a body: the byline introduces it.
  private func opensNext(_ index: Int) -> Bool {
    guard
      let next = kinds[(index + 1)...].first(where: { $0 != .furniture && $0 != .column && $0 != .caption })
    else {
      return false
    }
    return next == .body
  }

  /// Groups that begin no article are headings within one: their titles go back to the body.
  private func mergeWithin(_ layout: inout Layout) {
    let begins = layout.groups.indices.map { index in
      index == 0 || index == layout.bodies.count
        || boundary.begins(
          layout.groups[index], after: layout.bodies[index - 1], before: layout.bodies[index])
    }
    var groups: [TitleGroup] = []
    var bodies: [[Int]] = []
    for index in layout.groups.indices {
      if begins[index] || bodies.isEmpty {
        groups.append(layout.groups[index])
        if index < layout.bodies.count { bodies.append(layout.bodies[index]) }
      } else {
        bodies[bodies.count - 1] += layout.groups[index].titles + layout.bodies[index]
      }
    }
    layout.groups = groups
    layout.bodies = bodies
  }
}
