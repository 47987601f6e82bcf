package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A person's own task with its items.
 *
 * @param program the compiled source
 * @param task what workers run
 * @param file name of the source
 */
record OwnPlan(OwnProgram program, OwnTask task, OwnInput input, String file)
    implements Prepared<ItemSlice, ItemResults, ItemResults> {
  private static final int MOST_BARS = 40;
  private static final int MOST_WARNINGS = 10;

  @Override
  public String description() {
    return "%s of %s on %s"
        .formatted(program.method().inWords(), Words.plain(file), input.inWords());
  }

  @Override
  public List<String> notes() {
    var notes = new ArrayList<>(input.notes());
    program.warnings().stream()
        .limit(MOST_WARNINGS)
        .forEach(warning -> notes.add(warning.inWords()));
    return notes;
  }

  @Override
  public List<Stage<ItemSlice, ItemResults>> stages() {
    return List.of(input.stage(task));
  }

  @Override
  public ItemResults merge(List<ItemResults> results) {
    return ItemResults.merge(results);
  }

  @Override
  public String inWords(ItemResults result) {
    var more = "";
    if (result.allWhole()) {
      more = Words.say(", sum %,d", result.sum());
    } else if (result.allTruths()) {
      more = Words.say(", %,d of them true", result.trues());
    }
    return "%s%s, checksum %s"
        .formatted(Words.count(result.items(), "result", "results"), more, result.checksumText());
  }

  @Override
  public List<Shown> show(ItemResults result) {
    var shown = new ArrayList<Shown>();
    if (result.allNumbers()) {
      shown.add(bars(result));
    }
    var first = result.first();
    shown.add(
        new Shown.Table(
            result.items() > first.size()
                ? Words.say("The first %,d of %,d results", first.size(), result.items())
                : "The results",
            List.of("Item", "Result"),
            IntStream.range(0, first.size())
                .mapToObj(item -> List.of(input.label(item), Words.plain(first.get(item))))
                .toList()));
    shown.add(facts(result));
    return shown;
  }

  private Shown.Bars bars(ItemResults result) {
    var count = Math.min(MOST_BARS, result.first().size());
    return new Shown.Bars(
        result.items() > count ? "The first " + count + " results" : "The results",
        "result",
        IntStream.range(0, count)
            .mapToObj(item ->
                new Shown.Bars.Bar(input.label(item), Double.parseDouble(result.first().get(item))))
            .toList());
  }

  private static Shown facts(ItemResults result) {
    var facts =
        new FactTable("All results")
            .row("Results", result.items())
            .row("Checksum", result.checksumText());
    if (result.allWhole()) {
      facts.row("Sum", result.sum());
    }
    if (result.allNumbers()) {
      facts.row("Smallest", Double.toString(result.least()));
      facts.row("Largest", Double.toString(result.most()));
    }
    if (result.allTruths()) {
      facts.row("True", result.trues());
    }
    return facts.done();
  }

  @Override
  public Map<String, Object> inValues(ItemResults result) {
    var values = new LinkedHashMap<String, Object>();
    values.put("items", result.items());
    values.put("checksum", result.checksumText());
    if (result.allWhole()) {
      values.put("sum", result.sum());
    }
    if (result.allTruths()) {
      values.put("true", result.trues());
    }
    values.put("first", result.first());
    return values;
  }
}
