package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a pipeline saved, and how its stages went.
 *
 * @param saved what was read back from the target
 * @param stages in their order; empty where the work was done in slices
 * @param depths how full the queue was, now and then
 * @param capacity the most batches in the queue
 * @param again batches that were sent once more
 * @param dropped batches that came twice, and were saved once
 * @param target where the rows are; empty where they were saved into memory
 */
record PipelineResult(
    SavedRows saved,
    List<StageFigures> stages,
    List<QueueDepths.Sample> depths,
    int capacity,
    long again,
    long dropped,
    String target) {
  private static final List<String> HEADER =
      List.of(
          "Stage", "Processes", "Rows", "Busy", "Waiting for rows", "Waiting for room", "Done", "");

  static PipelineResult ofSlices(SavedRows saved) {
    return new PipelineResult(saved, List.of(), List.of(), 0, 0, 0, "");
  }

  /** The stage that the others waited for. */
  Optional<StageFigures> bottleneck() {
    var stage = StageFigures.bottleneck(stages);
    return stage.isPresent() ? Optional.of(stages.get(stage.getAsInt())) : Optional.empty();
  }

  /** Whether every stage had processes of its own. */
  private boolean isChain() {
    return stages.stream().anyMatch(stage -> stage.processes() > 0);
  }

  String inWords() {
    var words =
        Words.say(
            "%s saved, each once, checksum %016x",
            Words.count(saved.rows(), "row", "rows"), saved.checksum());
    if (stages.isEmpty()) {
      return words;
    }
    return words + "; " + (isChain() ? chainInWords() : wholeInWords());
  }

  private String chainInWords() {
    var slowest = bottleneck().orElseThrow();
    var words = new StringBuilder();
    words.append(
        Words.say(
            "the bottleneck was %s: busy %.0f %% of the time",
            slowest.name(), 100 * slowest.busy()));
    for (var stage : stages) {
      if (stage != slowest) {
        var forInput = stage.input() > stage.room();
        words.append(
            Words.say(
                ", %s waited for %s %.0f %%",
                stage.name(),
                forInput ? "rows" : "room",
                100 * (forInput ? stage.input() : stage.room())));
      }
    }
    if (again > 0) {
      words.append(Words.say("; %s sent again", Words.count(again, "batch was", "batches were")));
    }
    return words.toString();
  }

  private String wholeInWords() {
    var words = new ArrayList<String>();
    stages.forEach(stage -> words.add(Words.say("%s %.0f %%", stage.name(), 100 * stage.busy())));
    return "one process spent its time on " + String.join(", ", words);
  }

  List<Shown> show() {
    var shown = new ArrayList<Shown>();
    if (stages.isEmpty()) {
      shown.add(
          new FactTable("What was saved")
              .row("Rows", saved.rows())
              .row("Checksum", Words.say("%016x", saved.checksum()))
              .done());
      return shown;
    }
    shown.add(new Shown.Table("Stages", HEADER, stages.stream().map(this::row).toList()));
    if (isChain()) {
      shown.add(
          new Shown.Bars(
              Words.say("Batches in the queue before save, at most %,d", capacity),
              "batches",
              depths.stream()
                  .map(sample ->
                      new Shown.Bars.Bar(Words.say("%.2f s", sample.nanos() / 1e9), sample.depth()))
                  .toList()));
    }
    shown.add(
        new FactTable("What was saved")
            .row("Rows", saved.rows())
            .row("Checksum", Words.say("%016x", saved.checksum()))
            .row("Batches sent again", again)
            .row("Batches that came twice, saved once", dropped)
            .row("Database", Words.plain(target))
            .done());
    return shown;
  }

  private List<String> row(StageFigures stage) {
    return List.of(
        stage.name(),
        stage.processes() == 0 ? "the same one" : Words.number(stage.processes()),
        Words.number(stage.rows()),
        percent(stage.busy()),
        percent(stage.input()),
        percent(stage.room()),
        percent(stage.done()),
        bottleneck().filter(slowest -> slowest == stage).isPresent() ? "◄ bottleneck" : "");
  }

  private static String percent(double share) {
    return Words.say("%.0f %%", 100 * share);
  }

  Map<String, Object> inValues() {
    var values = new LinkedHashMap<String, Object>();
    values.put("rows", saved.rows());
    values.put("checksum", Words.say("%016x", saved.checksum()));
    if (stages.isEmpty()) {
      return values;
    }
    values.put("target", target);
    values.put("bottleneck", bottleneck().orElseThrow().name());
    values.put("stages", stages.stream().map(StageFigures::inValues).toList());
    values.put("batchesSentAgain", again);
    values.put("batchesLeftOut", dropped);
    if (isChain()) {
      values.put("queueCapacity", capacity);
      values.put("queueDepth", depths.stream().map(PipelineResult::depth).toList());
    }
    return values;
  }

  private static Map<String, Object> depth(QueueDepths.Sample sample) {
    var values = new LinkedHashMap<String, Object>();
    values.put("seconds", sample.nanos() / 1e9);
    values.put("batches", sample.depth());
    return values;
  }
}
