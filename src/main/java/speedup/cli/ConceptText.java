package speedup.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import speedup.concept.Concept;
import speedup.concept.ConceptWords;
import speedup.concept.StageState;

/** What happened on a stage of the concept lab, as text and as values for JSON. */
final class ConceptText {
  private ConceptText() {}

  static String of(Concept concept, StageState state) {
    var words = ConceptWords.of(concept);
    var lines = new ArrayList<String>();
    lines.add(words.title() + ": " + words.variant(state.variant()));
    lines.add("");
    if (state.droppedLines() > 0) {
      lines.add("(%,d earlier lines are left out)".formatted(state.droppedLines()));
    }
    for (var line : state.log()) {
      lines.add(
          String.format(
              Locale.ENGLISH, "%8.3f s  %-12s %s", line.seconds(), line.actor(), line.text()));
    }
    lines.add("");
    for (var actor : state.actors()) {
      lines.add(
          "%s (process %d): %s%s"
              .formatted(
                  actor.name(),
                  actor.pid(),
                  phase(actor.phase()),
                  actor.end().isEmpty() ? "" : ", " + actor.end()));
    }
    for (var figure : state.figures()) {
      lines.add(
          "%s: %s%s"
              .formatted(
                  words.figure(figure.id()),
                  figure.value(),
                  figure.expected().isEmpty() ? "" : ", expected " + figure.expected()));
    }
    lines.add("");
    lines.add(words.seen(state.variant()));
    return String.join("\n", lines);
  }

  static Map<String, Object> values(StageState state) {
    var values = new LinkedHashMap<String, Object>();
    values.put("concept", state.concept());
    values.put("variant", state.variant());
    values.put("outcome", state.outcome().map(ConceptText::outcome).orElse(null));
    values.put("numbers", state.figures().stream().map(ConceptText::figure).toList());
    values.put("processes", state.actors().stream().map(ConceptText::actor).toList());
    values.put("objects", state.objects().stream().map(ConceptText::object).toList());
    values.put("droppedEvents", state.droppedLines());
    values.put("events", state.log().stream().map(ConceptText::line).toList());
    return values;
  }

  private static String outcome(StageState.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String phase(StageState.Phase phase) {
    return phase.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static Map<String, Object> figure(StageState.Figure figure) {
    var values = new LinkedHashMap<String, Object>();
    values.put("id", figure.id());
    values.put("value", figure.value());
    values.put("expected", figure.expected().isEmpty() ? null : figure.expected());
    values.put("right", figure.right().orElse(null));
    return values;
  }

  private static Map<String, Object> actor(StageState.Actor actor) {
    var values = new LinkedHashMap<String, Object>();
    values.put("name", actor.name());
    values.put("pid", actor.pid());
    values.put("state", phase(actor.phase()));
    values.put("rounds", actor.rounds());
    values.put("said", actor.said());
    values.put("end", actor.end());
    return values;
  }

  private static Map<String, Object> object(StageState.SharedThing thing) {
    var values = new LinkedHashMap<String, Object>();
    values.put("name", thing.name());
    values.put("kind", thing.kind().name().toLowerCase(Locale.ROOT));
    values.put("value", thing.value());
    values.put("items", thing.items());
    values.put("holders", thing.holders());
    values.put("waiting", List.copyOf(thing.waiting()));
    return values;
  }

  private static Map<String, Object> line(StageState.LogLine line) {
    var values = new LinkedHashMap<String, Object>();
    values.put("seconds", line.seconds());
    values.put("process", line.actor());
    values.put("text", line.text());
    return values;
  }
}
