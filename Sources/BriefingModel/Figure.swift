/// A quantity as printed, with its exact value and what is counted.
///
///     综合评选五星党支部4个   →   text 4个, value 4, unit 个, kind count, object 五星党支部
///     用80万元扶持资金        →   text 80万元, value 800000, unit 元, kind money, object 扶持资金
public struct Figure: Equatable, Sendable, Codable {
  public enum Kind: String, Equatable, Sendable, Codable, CaseIterable {
    case count, money, length, area, volume, weight, percent, range, multiple, ratio, date, time, duration,
      age
    case energy, power, voltage, temperature, other
  }

  /// Raw values are the JSON contract's.
  public enum Qualifier: String, Equatable, Sendable, Codable, CaseIterable {
    case over, nearly, about, under, reaches, projected, consecutive, range
    case atLeast = "at least"
    case atMost = "at most"
  }

  /// From the number to its unit, line breaks removed; an inner 余 or 多 belongs to it, a qualifier does not.
  public var text: String
  /// In the unit's base: 80万元 is 800000. The lower end of a range; `nil` where only a date's text says it.
  public var value: ExactNumber?
  /// The upper end of a range (10—15户).
  public var upper: ExactNumber?
  /// Where the figure came from, in 从1000台增加至4000台 the 1000 of the second figure.
  public var from: ExactNumber?
  /// The base unit (元, 个, %, 平方米), or `nil` for a bare number.
  public var unit: String?
  public var qualifier: Qualifier?
  public var kind: Kind
  /// The noun phrase counted, as printed. Of a date or a duration: what happened then or took so long, without the
  /// figure that may stand in it (每月5号下沉176个城市社区网格 → 下沉城市社区网格).
  public var object: String?
  public var origin: Origin

  public init(
    text: String, value: ExactNumber?, upper: ExactNumber? = nil, from: ExactNumber? = nil, unit: String?,
    qualifier: Qualifier? = nil, kind: Kind, object: String? = nil, origin: Origin
  ) {
    self.text = text
    self.value = value
    self.upper = upper
    self.from = from
    self.unit = unit
    self.qualifier = qualifier
    self.kind = kind
    self.object = object
    self.origin = origin
  }
}

extension Figure {
  /// An object's name without its quotation marks, which newspapers print or leave out: “红帆驿站” is 红帆驿站.
  public static func bare(_ object: String) -> String {
    guard object.unicodeScalars.contains(where: isQuotationMark) else { return object }
    return String(String.UnicodeScalarView(object.unicodeScalars.filter { !isQuotationMark($0) }))
  }

  private static func isQuotationMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "“", "”", "‘", "’", "「", "」", "『", "』", "\"", "'": true
    default: false
    }
  }
}

/// A decimal number without rounding: `digits` × 10^`exponent`.
///
///     ExactNumber(digits: 185, exponent: 3)   // 18.5万 = 185000
public struct ExactNumber: Equatable, Hashable, Sendable, Codable {
  public var digits: Int64
  public var exponent: Int

  /// Trailing zeros are moved into the exponent, so that equal numbers are equal values.
  public init(digits: Int64, exponent: Int = 0) {
    var digits = digits
    var exponent = digits == 0 ? 0 : exponent
    while digits != 0, digits % 10 == 0 {
      digits /= 10
      exponent += 1
    }
    self.digits = digits
    self.exponent = exponent
  }
}

extension ExactNumber: CustomStringConvertible {
  /// Plain decimal notation: 185000, 12.3, -0.05.
  public var description: String {
    let sign = digits < 0 ? "-" : ""
    let plain = String(digits.magnitude)
    guard exponent < 0 else { return sign + plain + String(repeating: "0", count: exponent) }
    let padded = String(repeating: "0", count: max(0, 1 - exponent - plain.count)) + plain
    return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
  }
}
