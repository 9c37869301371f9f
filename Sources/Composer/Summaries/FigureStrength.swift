import BriefingModel

/// How much a figure says of what was achieved: what an editor keeps when there is room for one.
enum FigureStrength {
  /// All weights. Money before counts before measures before rates; big before small; with its object before
  /// without; `nil` for days and times, which say when and not how much.
  ///
  ///     成功申请到帮扶资金近400万元   // 3 + 0.25 × 7 digits + 0.8 = 5.55
  static func strength(of figure: Figure) -> Double? {
    if figure.isMannerOfSpeech { return nil }
    let base: Double
    switch figure.kind {
    case .money: base = 3
    case .count: base = 2
    case .area, .length, .volume, .weight, .energy, .power, .multiple: base = 1.8
    case .percent: base = 1.6
    case .ratio, .range: base = 1
    case .duration, .age, .temperature, .voltage, .other: base = 0.3
    case .date, .time: return nil
    }
    let digits = figure.value.map(integerDigits) ?? 0
    let object = figure.object == nil ? 0 : 0.8
    let projected = figure.qualifier == .projected ? -0.8 : 0
    let tiny = figure.kind == .count && digits < 2 ? -0.4 : 0
    return base + 0.25 * Double(min(max(digits, 0), 9)) + object + projected + tiny
  }

  /// 185000 has six.
  private static func integerDigits(_ value: ExactNumber) -> Int {
    "\(value.digits.magnitude)".utf8.count + value.exponent
  }
}

extension Figure {
  /// 三个方面, 一次: a small count spelled in words says how something was put, not how much was done.
  var isMannerOfSpeech: Bool {
    guard kind == .count || kind == .other || kind == .duration else { return false }
    let isSpelled = !text.unicodeScalars.contains(where: \.isDigit)
    return isSpelled && value.map { $0.exponent <= 0 && $0.digits < 10 } ?? true
  }
}
