import Packaging

extension XMLTree {
  /// The tree with each element below replaced by what `change` makes of it, from within outwards.
  func mapped(_ change: (XMLTree) -> [XMLTree]) -> XMLTree {
    var tree = self
    tree.nodes = nodes.flatMap { node -> [Node] in
      guard case .element(let element) = node else { return [node] }
      return change(element.mapped(change)).map { .element($0) }
    }
    return tree
  }

  /// The same, for changes that keep the element.
  func edited(_ change: (inout XMLTree) -> Void) -> XMLTree {
    mapped { element in
      var element = element
      change(&element)
      return [element]
    }
  }

  /// A tree without the elements and attributes whose prefix stands for a namespace that is not wanted.
  func restricted(to isWanted: (String) -> Bool) -> XMLTree {
    var wanted: Set<String> = ["xml", "xmlns", ""]
    var refused: Set<String> = []
    for element in [self] + everything {
      for (name, uri) in element.attributes where name.hasPrefix("xmlns:") {
        let prefix = String(name.dropFirst(6))
        if isWanted(uri) { wanted.insert(prefix) } else { refused.insert(prefix) }
      }
    }
    refused.subtract(wanted)
    func prefix(_ name: String) -> String {
      name.contains(":") ? String(name.prefix { $0 != ":" }) : ""
    }
    func clean(_ tree: XMLTree) -> XMLTree {
      var tree = tree
      tree.attributes = tree.attributes.filter {
        !refused.contains(prefix($0.key))
          && !($0.key.hasPrefix("xmlns:") && refused.contains(String($0.key.dropFirst(6))))
      }
      return tree
    }
    return clean(mapped { refused.contains(prefix($0.name)) ? [] : [clean($0)] })
  }

  private var everything: [XMLTree] { children.flatMap { [$0] + $0.everything } }

  /// Changes the first child of a name.
  mutating func change(_ name: String, _ change: (inout XMLTree) -> Void) {
    for index in nodes.indices {
      guard case .element(var child) = nodes[index], child.name == name else { continue }
      change(&child)
      nodes[index] = .element(child)
      return
    }
  }

  mutating func append(_ child: XMLTree) { nodes.append(.element(child)) }
}
