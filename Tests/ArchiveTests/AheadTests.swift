import Synchronization
import Testing

@testable import Archive

@Suite struct AheadTests {
  private struct Stop: Error {}

  @Test func handsOnInOrder() {
    var taken: [Int] = []
    Ahead.forEach(1000) { _ in
      1
    } make: {
      $0
    } use: {
      taken.append($0)
    }
    #expect(taken == Array(0..<1000))
    Ahead.forEach(0) { _ in
      1
    } make: {
      $0
    } use: { _ in
      Issue.record("nothing was to be made")
    }
  }

  /// No more than 256 short ones, two of a size that fills the window, one that is larger.
  @Test(arguments: [(1, 256), (1 << 20, 1), (1 << 19, 2), (5 << 20, 1)])
  func goesNoFurtherAheadThanItsWindow(size: Int, most: Int) {
    let begun = Mutex(0)
    var taken = 0
    Ahead.forEach(600) { _ in
      size
    } make: { index in
      begun.withLock { $0 += 1 }
      return index
    } use: { _ in
      taken += 1
      #expect(begun.withLock { $0 } - taken < most)
    }
    #expect(taken == 600)
  }

  @Test func stopsAtAnError() {
    let begun = Mutex(0)
    var taken: [Int] = []
    #expect(throws: Stop.self) {
      try Ahead.forEach(100_000) { _ in
        1
      } make: { index in
        begun.withLock { $0 += 1 }
        return index
      } use: { (index) throws(Stop) in
        guard index < 5 else { throw Stop() }
        taken.append(index)
      }
    }
    #expect(taken == [0, 1, 2, 3, 4])
    #expect(begun.withLock { $0 } <= 300)
  }
}
