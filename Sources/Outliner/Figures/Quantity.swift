import BriefingModel

/// A number with its unit, as the recogniser reads it; offsets are scalars of the text it was given.
package struct Quantity: Sendable {
  /// From the number to its unit.
  package var range: Range<Int>
  package var value: ExactNumber?
  package var upper: ExactNumber?
  package var from: ExactNumber?
  package var unit: UnitSymbol?
  package var kind: Figure.Kind
  package var qualifier: Figure.Qualifier?
  /// With the qualifiers around it.
  package var outer: Range<Int>
  /// The noun phrase counted.
  package var object: Range<Int>?
  /// A figure within the object of a date, which is no part of it: 5号下沉176个网格, object 下沉网格.
  package var omitted: Range<Int>?
  /// The number without its unit.
  var number: Range<Int>
  var isChinese: Bool
  var unitUse = Unit.Use.one
  var isVague = false
  var isBarePower = false
  /// Characters of the unit: 1 for 名, 3 for 工作日.
  var unitLength = 0
}

extension Quantity {
  init(
    _ range: Range<Int>, value: ExactNumber?, unit: UnitSymbol?, kind: Figure.Kind, unitLength: Int = 1,
    qualifier: Figure.Qualifier? = nil, isChinese: Bool = false
  ) {
    self.range = range
    self.value = value
    self.unit = unit
    self.kind = kind
    self.qualifier = qualifier
    self.unitLength = unitLength
    self.isChinese = isChinese
    outer = range
    number = range
  }

  init(_ reading: NumberReading) {
    self.init(
      reading.range, value: reading.value, unit: nil, kind: .other, unitLength: 0,
      isChinese: reading.isChinese)
    isVague = reading.isVague
    isBarePower = reading.isBarePower
    if reading.isOver { qualifier = .over }
  }

  /// The object's words in the text that the quantity was found in.
  package func object(in text: [UInt32]) -> String? {
    guard let object else { return nil }
    guard let omitted else { return text.string(object) }
    return text.string(object.lowerBound..<omitted.lowerBound)
      + text.string(omitted.upperBound..<object.upperBound)
  }

  /// What 多, 余, 几 can reach: below 4000 for 3000多, below 100 for 几十.
  package var bound: ExactNumber? {
    isVague ? value?.scaled(by: 1) : qualifier == .over ? value?.nextRound : nil
  }
}
