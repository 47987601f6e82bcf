package speedup.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import speedup.concept.Concept;
import speedup.concept.ConceptLab;
import speedup.concept.ConceptWords;
import speedup.concept.StageException;
import speedup.concept.StageState;
import speedup.history.Json;

/** {@code speedup concept}: performs a stage of the concept lab to its end. */
@Command(
    name = "concept",
    description = "Performs a concept with real processes, or lists the concepts.",
    sortOptions = false,
    footer = {
      "",
      "Examples: speedup concept list",
      "          speedup concept lock --variant no-lock --json"
    })
final class ConceptCommand implements Callable<Integer> {
  private static final String LIST = "list";
  private static final long LONGEST_SECONDS = 60;

  private final CliContext context;

  @Parameters(paramLabel = "ID", description = "Which concept; \"list\" shows all of them.")
  private String id;

  @Option(
      names = "--variant",
      paramLabel = "NAME",
      defaultValue = Concept.NORMAL,
      description = "Which side of it to show. Default: " + Concept.NORMAL + ".")
  private String variant;

  @Option(
      names = "--actors",
      paramLabel = "N",
      converter = WholeNumber.class,
      description = "How many processes of a kind, 2 to " + ConceptLab.MOST_ACTORS + ".")
  private Integer actors;

  @Option(names = "--json", description = "Print JSON instead of text.")
  private boolean json;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  ConceptCommand(CliContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws CliException {
    if (id.equals(LIST)) {
      context.out().println(json ? Json.text(list()) : listInWords());
      return CliException.DONE;
    }
    var concept = concept();
    var state = perform(concept);
    context
        .out()
        .println(json ? Json.text(ConceptText.values(state)) : ConceptText.of(concept, state));
    return CliException.DONE;
  }

  private Concept concept() throws CliException {
    var known = ConceptLab.concept(id);
    if (known.isPresent()) {
      return known.get();
    }
    var guess = Closest.to(id, ConceptLab.concepts().stream().map(Concept::id).toList());
    throw new CliException(
        CliException.USAGE,
        "there is no concept \"%s\"%s; \"speedup concept list\" shows all of them"
            .formatted(id, guess.map(name -> ", did you mean \"" + name + "\"?").orElse("")));
  }

  private StageState perform(Concept concept) throws CliException {
    var over = new CountDownLatch(1);
    var wanted = actors == null ? OptionalInt.empty() : OptionalInt.of(actors);
    try (var lab = context.concepts().get();
        var stage = lab.open(concept, variant, wanted, StageState.Pace.FREE)) {
      stage.onChange(state -> {
        if (state.outcome().isPresent()) {
          over.countDown();
        }
      });
      if (!over.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        throw new CliException(
            CliException.FAILED,
            "the stage did not end within %d seconds".formatted(LONGEST_SECONDS));
      }
      return stage.state();
    } catch (StageException e) {
      throw new CliException(CliException.USAGE, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(CliException.FAILED, "it was interrupted");
    }
  }

  private static List<Map<String, Object>> list() {
    return ConceptLab.concepts().stream()
        .map(concept -> {
          var words = ConceptWords.of(concept);
          var values = new LinkedHashMap<String, Object>();
          values.put("id", concept.id());
          values.put("title", words.title());
          values.put("summary", words.summary());
          values.put("variants", concept.variants().stream().map(Concept.Variant::id).toList());
          return (Map<String, Object>) values;
        })
        .toList();
  }

  private static String listInWords() {
    var lines = new ArrayList<String>();
    for (var concept : ConceptLab.concepts()) {
      var words = ConceptWords.of(concept);
      lines.add("%s - %s".formatted(concept.id(), words.title()));
      lines.add("  " + words.summary());
      for (var one : concept.variants()) {
        lines.add(
            "  --variant %s - %s%s"
                .formatted(
                    one.id(),
                    words.variant(one.id()).toLowerCase(Locale.ROOT),
                    one.breaks() ? " (breaks it)" : ""));
      }
      lines.add("");
    }
    return String.join("\n", lines).stripTrailing();
  }
}
