import ArgumentParser

/// Measures how well and how fast `jianbao` outlines, against gold made from annotated drafts.
///
///     jianbao-eval outline --set tuned --verbose
@main
struct JianbaoEval: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jianbao-eval",
    abstract: "Makes gold, scores outlines and alignments against it, and times them.",
    subcommands: [
      GoldCommand.self, OutlineCommand.self, SpeedCommand.self, FiguresCommand.self,
      SummariesCommand.self, ExplainCommand.self, PairsCommand.self, AlignmentCommand.self,
      BackgroundCommand.self, ScaleCommand.self, DocumentsCommand.self, PagesCommand.self,
      ArchiveCommand.self, FitCommand.self,
    ])
}
