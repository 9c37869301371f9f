import Packaging

/// A web page as a flat list of what it holds, in its order: nesting costs no recursion.
final class HTMLPage: MarkupHandler {
  enum Item {
    /// The element's index in `elements`.
    case open(Int)
    case close(Int)
    /// A range of `bytes`.
    case text(Range<Int>)
  }

  struct Element {
    var name: String
    var attributes: [String: String]
    var parent: Int?
    /// Its own and its children's place in `items`.
    var items: Range<Int>

    var id: String { attributes["id"] ?? "" }

    func has(class name: String) -> Bool {
      (attributes["class"] ?? "").split(separator: " ").contains { $0 == name }
    }

    /// A declaration of the `style` attribute, without blanks: `font-weight:bold`.
    func declares(_ property: String) -> String? {
      guard let style = attributes["style"] else { return nil }
      for part in style.lowercased().split(separator: ";") {
        let pair = part.split(separator: ":", maxSplits: 1).map { $0.filter { $0 != " " } }
        if pair.count == 2, pair[0] == property { return pair[1] }
      }
      return nil
    }
  }

  private(set) var items: [Item] = []
  private(set) var elements: [Element] = []
  private(set) var bytes: [UInt8] = []
  private(set) var depth = 0
  private var open: [Int] = []
  let depthLimit: Int

  init(depthLimit: Int) { self.depthLimit = depthLimit }

  var isDone: Bool { depth > depthLimit }

  func open(_ name: String, _ attributes: [String: String]) {
    elements.append(
      Element(name: name, attributes: attributes, parent: open.last, items: items.count..<items.count))
    open.append(elements.count - 1)
    items.append(.open(elements.count - 1))
    depth = max(depth, open.count)
  }

  func close(_ name: String) {
    guard let index = open.popLast() else { return }
    items.append(.close(index))
    elements[index].items = elements[index].items.lowerBound..<items.count
  }

  func text(_ piece: UnsafeBufferPointer<UInt8>) {
    let start = bytes.count
    bytes.append(contentsOf: piece)
    if case .text(let range) = items.last, range.upperBound == start {
      items[items.count - 1] = .text(range.lowerBound..<bytes.count)
    } else {
      items.append(.text(start..<bytes.count))
    }
  }

  /// Closes what the page leaves open.
  func finish() { while let last = open.last { close(elements[last].name) } }

  /// All text of an element, blanks as they stand.
  func text(of element: Int) -> String {
    var text: [UInt8] = []
    for item in items[elements[element].items] {
      if case .text(let range) = item { text += bytes[range] }
    }
    return String(decoding: text, as: UTF8.self)
  }

  func isInside(_ element: Int, _ outer: Int) -> Bool {
    elements[outer].items.contains(elements[element].items.lowerBound)
  }
}
