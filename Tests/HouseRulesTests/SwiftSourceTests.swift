import Testing

/// The rules are only as good as the eyes that read for them.
@Suite struct SwiftSourceTests {
  private func source(_ text: String) -> SwiftSource {
    SwiftSource(path: "Test.swift", text: Array(text.utf8))
  }

  @Test func blanksCommentsAndStringsButKeepsInterpolatedCode() {
    let code = source(#"let a = "县！\(b.map { "x!" } ?? c!)" // 注"#).codeText
    #expect(code.contains("b.map {"))
    #expect(code.contains("c!"))
    #expect(!code.contains("x!"))
    #expect(code.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func countsTheLinesOfAFunctionWithItsSignature() {
    let bodies = source("struct A {\n  func f(\n    a: Int\n  ) -> Int {\n    a\n  }\n  var b: Int { 1 }\n}\n").functionBodies
    #expect(bodies.map(\.line) == [2, 7])
    #expect(bodies.map(\.lines) == [5, 1])
  }

  @Test func passesOverRequirementsOfProtocols() {
    #expect(source("protocol P {\n  func f()\n  func g() -> Int\n}\nfunc h() {\n}\n").functionBodies.map(\.line) == [5])
  }

  @Test func countsCasesOfErrorEnums() {
    let enums = source("enum E: Error, Equatable {\n  case a, b(x: Int, y: Int)\n  case c\n  var d: Int {\n    switch self {\n    case .a: 1\n    }\n  }\n}").errorEnums
    #expect(enums.map(\.name) == ["E"])
    #expect(enums.map(\.cases) == [3])
  }
}
