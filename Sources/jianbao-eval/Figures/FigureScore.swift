import BriefingModel
import Outliner

/// How well the figures of one page, or of several, agree with gold.
struct FigureScore: Sendable {
  var wanted = 0
  var found = 0
  var hits = 0
  var traps = 0
  /// Traps by what gold says they are.
  var trapKinds: [String: Int] = [:]
  /// Right and compared: values where gold holds numbers, units, objects where gold names one.
  var values = Share()
  var units = Share()
  var objects = Share()
  var lenient = Share()
  var remarks: [String] = []

  struct Share: Sendable {
    var right = 0
    var all = 0
    mutating func add(_ isRight: Bool) {
      all += 1
      if isRight { right += 1 }
    }
    var rate: Double { all == 0 ? 1 : Double(right) / Double(all) }
  }

  var precision: Double { found == 0 ? 1 : Double(hits) / Double(found) }
  var recall: Double { wanted == 0 ? 1 : Double(hits) / Double(wanted) }

  init() {}

  init(_ figures: [Figure], gold: [FigureGold]) {
    let scored = gold.filter(\.scored)
    wanted = scored.count
    var left = scored
    for figure in figures {
      let range = figure.origin.scalars
      if let index = left.firstIndex(where: { $0.range == range }) {
        let truth = left.remove(at: index)
        hits += 1
        found += 1
        compare(figure, truth)
        continue
      }
      let touched = gold.filter { $0.range.overlaps(range) }
      if !touched.isEmpty, touched.allSatisfy({ !$0.scored && $0.isNeutral }) { continue }
      found += 1
      let isTrap = touched.contains { !$0.scored && !$0.isNeutral } && !touched.contains(where: \.scored)
      if isTrap { traps += 1 }
      if isTrap, let kind = touched.first(where: { !$0.isNeutral })?.kind { trapKinds[kind, default: 0] += 1 }
      remarks.append(
        "\(isTrap ? "⚠" : "＋") \(figure.text) line \(figure.origin.lines.lowerBound) \(figure.kind.rawValue) \(figure.object ?? "")"
      )
    }
    remarks += left.map { "− \($0.text) line \($0.line) \($0.kind) \($0.object ?? "")" }
  }

  static func + (a: FigureScore, b: FigureScore) -> FigureScore {
    var sum = a
    sum.wanted += b.wanted
    sum.found += b.found
    sum.hits += b.hits
    sum.traps += b.traps
    sum.trapKinds.merge(b.trapKinds, uniquingKeysWith: +)
    for part in [\FigureScore.values, \.units, \.objects, \.lenient] {
      sum[keyPath: part].right += b[keyPath: part].right
      sum[keyPath: part].all += b[keyPath: part].all
    }
    return sum
  }

  private mutating func compare(_ figure: Figure, _ truth: FigureGold) {
    if let isRight = Self.agrees(figure, truth.value) {
      values.add(isRight)
      if !isRight {
        remarks.append("≠ \(figure.text) value \(figure.value?.description ?? "nil"), gold \(truth.value)")
      }
    }
    let unit = figure.unit == truth.unit
    if truth.kind != "date", truth.kind != "time" {
      units.add(unit)
      if !unit {
        remarks.append("≠ \(figure.text) unit \(figure.unit ?? "nil"), gold \(truth.unit ?? "nil")")
      }
    }
    // An object that gold names and we do not is a miss, of dates too.
    guard let object = truth.plainObject else { return }
    let own = figure.object ?? ""
    objects.add(own == object)
    lenient.add(!own.isEmpty && (own.contains(object) || object.contains(own)))
    if own != object {
      remarks.append("≠ \(figure.text) object \(own.isEmpty ? "nil" : own), gold \(truth.object ?? "")")
    }
  }

  private static func agrees(_ figure: Figure, _ value: FigureGold.Value) -> Bool? {
    switch value {
    case .none, .text: nil
    case .number(let number):
      number == Self.double(figure.value) && (figure.upper == nil || figure.kind == .date)
    case .pair(let low, let high): low == double(figure.value) && high == double(figure.upper)
    }
  }

  static func double(_ number: ExactNumber?) -> Double? { number.flatMap { Double($0.description) } }
}
