import BriefingModel
import JSONText

extension JSONText {
  /// An exact decimal, spelled digit by digit.
  mutating func member(_ name: String, _ number: ExactNumber?) {
    key(name)
    guard let number else { return null() }
    value(decimal: number.description)
  }

  mutating func list<Element>(
    _ name: String, _ elements: [Element], _ write: (Element, inout JSONText) -> Void
  ) {
    key(name)
    array { json in
      for element in elements { write(element, &json) }
    }
  }

  mutating func member(_ name: String, _ origin: Origin?) {
    key(name)
    guard let origin else { return null() }
    object(inline: true) { json in
      json.member("start", origin.scalars.lowerBound)
      json.member("end", origin.scalars.upperBound)
      json.member("line", origin.lines.lowerBound)
      json.member("endLine", origin.lines.upperBound)
    }
  }

  mutating func member(_ name: String, _ county: County?) {
    key(name)
    guard let county else { return null() }
    object(inline: true) { json in
      json.member("name", county.name)
      json.member("short", county.short)
      json.member("code", county.code)
      json.member("prefecture", county.prefecture)
    }
  }

  mutating func member(_ name: String, _ byline: Byline?) {
    key(name)
    guard let byline else { return null() }
    object(inline: true) { json in
      json.member("role", byline.role)
      json.member("names", byline.names)
    }
  }
}
