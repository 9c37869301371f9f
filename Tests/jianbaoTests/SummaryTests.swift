import Foundation
import Testing

@testable import jianbao

@Suite struct SummaryTests {
  @Test func summariesStandInTheJSON() throws {
    try inFolder { folder in
      let whole = try Tool.run(["outline", Tool.seed, "--format", "jsonl"], in: folder)
      #expect(whole.output.contains("\"summary\": \"嘉祥") || whole.output.contains("\"summary\":\"嘉祥"))
      #expect(!whole.output.contains("\"summary\":\"\"") && !whole.output.contains("\"summary\": \"\""))
      let short = try Tool.run(
        ["outline", Tool.seed, "--format", "jsonl", "--summary-length", "90"], in: folder)
      #expect(short.status == 0)
      #expect(short.output.utf8.count < whole.output.utf8.count)
    }
  }

  @Test func theOptionOverridesTheSetting() throws {
    try inFolder { folder in
      try folder.write("jianbao.yml", "summary-length: 90\n")
      let arguments = ["outline", Tool.seed, "--format", "jsonl"]
      let named = try Tool.run(arguments + ["--summary-length", "90"], in: folder)
      let set = try Tool.run(arguments + ["--config", "jianbao.yml"], in: folder)
      #expect(named.output == set.output)
      let both = try Tool.run(arguments + ["--config", "jianbao.yml", "--summary-length", "300"], in: folder)
      #expect(both.output == (try Tool.run(arguments, in: folder)).output)
    }
  }

  @Test func refusesALengthThatIsNone() throws {
    try inFolder { folder in
      let run = try Tool.run(["brief", Tool.seed, "--summary-length", "短"], in: folder)
      #expect(run.status == 2)
      #expect(run.messages.contains("--summary-length") && run.messages.contains("正整数"))
    }
  }
}
