import BriefingModel
import Outliner

/// How many of other projects' values the recogniser reads as they do.
struct PeerScore: Sendable {
  private var projects: [(name: String, right: Int, all: Int)] = []
  private var misses: [String] = []

  init(_ cases: [PeerCase]) {
    let recognizer = FigureRecognizer()
    for peer in cases where PeerCase.rejected[peer.id] == nil {
      let found = recognizer.quantities(in: peer.input, bareNumbers: true)
      let isRight = Self.agrees(found, peer)
      if !projects.contains(where: { $0.name == peer.project }) { projects.append((peer.project, 0, 0)) }
      for index in projects.indices where projects[index].name == peer.project {
        projects[index].all += 1
        if isRight { projects[index].right += 1 }
      }
      if !isRight {
        let own = found.map {
          "\($0.value?.description ?? "nil")\($0.upper.map { "…\($0)" } ?? "") \($0.unit?.name ?? "-")"
        }
        misses.append(
          "− \(peer.id) \(peer.input.prefix(40)): \(own), wanted \(peer.expect.map { "\($0.text)=\($0.value.map { "\($0)" } ?? "nil")" })"
        )
      }
    }
  }

  func print(verbose: Bool) {
    for project in projects {
      Swift.print("\(project.name): \(project.right) of \(project.all) values right")
    }
    let right = projects.reduce(0) { $0 + $1.right }
    let all = projects.reduce(0) { $0 + $1.all }
    let thousandths = all == 0 ? 0 : right * 1000 / all
    Swift.print("peers: \(right) of \(all) values right (\(thousandths / 10).\(thousandths % 10) %)")
    Swift.print("rejected: \(PeerCase.rejected.keys.sorted().joined(separator: ", "))")
    if verbose { for miss in misses { Swift.print("    \(miss)") } }
  }

  /// Every expected quantity is found where it stands and with its value, and nothing is found where none is.
  private static func agrees(_ found: [Quantity], _ peer: PeerCase) -> Bool {
    if peer.expect.isEmpty { return found.isEmpty }
    return peer.expect.allSatisfy { wanted in
      let range = wanted.start..<wanted.start + wanted.text.unicodeScalars.count
      return found.contains { $0.range.overlaps(range) && matches($0, wanted) }
    }
  }

  private static func matches(_ found: Quantity, _ wanted: PeerCase.Expected) -> Bool {
    if let unit = wanted.unit.flatMap({ units[$0] ?? $0 }), unit != (found.unit?.name ?? unit) {
      return false
    }
    switch wanted.value {
    case nil: return found.value == nil
    case .pair(let low, let high):
      return isSame(found.value, low) && isSame(found.upper ?? found.bound, high)
    case .text(let text) where wanted.type == "numberrange": return isBounded(found, text)
    case .text(let text) where text.hasSuffix("%"):
      return isSame(found.value, String(text.dropLast())) && ["%", "百分点"].contains(found.unit?.name)
    case .text(let text): return isSame(found.value, text) && found.upper == nil
    }
  }

  /// [20,100) and (0.5,): ends, and which side is open.
  private static func isBounded(_ found: Quantity, _ text: String) -> Bool {
    let ends = text.dropFirst().dropLast().split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count == 2 else { return false }
    if ends[1].isEmpty {
      let isLower = text.hasPrefix("[") ? found.qualifier == .atLeast : found.qualifier == .over
      return isLower && isSame(found.value, String(ends[0]))
    }
    return isSame(found.value, String(ends[0])) && isSame(found.upper, String(ends[1]))
  }

  private static func isSame(_ number: ExactNumber?, _ text: String) -> Bool {
    guard let own = FigureScore.double(number), let other = Double(text) else { return false }
    return abs(own - other) <= 1e-9 * max(1, abs(other))
  }

  /// The cases' English names of units.
  private static let units = [
    "Ton": "吨", "Centimeter": "厘米", "Meter": "米", "Jin": "斤", "Kilometer": "千米", "Kilogram": "千克",
    "Liang": "两",
    "Chinese yuan": "元", "Euro": "欧元", "United States dollar": "美元", "Year": "岁",
  ]
}
