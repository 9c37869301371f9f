import BriefingModel

/// Quantities that several counties give of one object in one unit.
///
///     红帆驿站 91个 (金乡) ~ 居民小区“红帆驿站” 92个 (泗水)
///
/// Objects are the same where one name ends with the other: the last words of a Chinese noun phrase are its head.
struct ComparableFiguresRule {
  let units: [Unit]
  let references: [MeasureReference]
  /// How many.
  let counties: Int

  private struct Entry {
    var unit: Int
    var figure: Figure
    var object: [UInt32]
    var measured: String
  }

  /// Objects that most counties give first.
  var found: [ComparableFigures] {
    let entries = self.entries
    let names = Set(entries.map { Name(object: $0.object, unit: $0.measured) })
    let groups = Dictionary(grouping: entries) { head(of: $0, among: names) }
    return groups.filter { Set($0.value.map { units[$0.unit].county }).count > 1 }
      .map { name, entries in comparable(name, entries) }
      .sorted {
        let (a, b) = ($0.cells.filter { !$0.isEmpty }.count, $1.cells.filter { !$0.isEmpty }.count)
        return a != b ? a > b : ($0.object, $0.unit) < ($1.object, $1.unit)
      }
  }

  private struct Name: Hashable {
    var object: [UInt32]
    var unit: String
  }

  private var entries: [Entry] {
    units.indices.flatMap { unit in
      units[unit].figures.compactMap { figure in
        guard let object = figure.object, let measured = figure.unit, figure.value != nil,
          ![.date, .time, .age, .percent].contains(figure.kind)
        else { return nil }
        let scalars = MatterText(object).scalars
        return scalars.count > 1
          ? Entry(unit: unit, figure: figure, object: scalars, measured: measured) : nil
      }
    }
  }

  /// The shortest known name that the object ends with.
  private func head(of entry: Entry, among names: Set<Name>) -> Name {
    for length in 2..<max(3, entry.object.count) where length < entry.object.count {
      let name = Name(object: Array(entry.object.suffix(length)), unit: entry.measured)
      if names.contains(name) { return name }
    }
    return Name(object: entry.object, unit: entry.measured)
  }

  private func comparable(_ name: Name, _ entries: [Entry]) -> ComparableFigures {
    var cells = [[ComparableFigures.Entry]](repeating: [], count: counties)
    for entry in entries {
      cells[units[entry.unit].county].append(
        ComparableFigures.Entry(measure: references[entry.unit], figure: entry.figure))
    }
    return ComparableFigures(object: MatterText.string(name.object), unit: name.unit, cells: cells)
  }
}
