package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import speedup.plot.Pen;
import speedup.plot.Texts;
import speedup.workload.FlowLook;

/**
 * A chain of processes: its stages with the bottleneck marked, and how full what lies between them
 * was over time. FX thread only.
 */
public final class StagesChart extends CanvasPane {
  /**
   * What is drawn.
   *
   * @param look the stages now, or at the end
   * @param fills for each store of the look
   * @param held for each store, whether the stage before it is held back just now
   * @param seconds the end of the time axis, above 0
   */
  public record Data(
      FlowLook look, List<List<FillTrack.Point>> fills, List<Boolean> held, double seconds) {
    /** Copies the lists. */
    public Data {
      fills = List.copyOf(fills);
      held = List.copyOf(held);
      if (fills.size() != look.stores().size() || held.size() != fills.size()) {
        throw new IllegalArgumentException("a track for each store, please");
      }
      if (!(seconds > 0)) {
        throw new IllegalArgumentException("a time axis cannot end at " + seconds);
      }
    }

    /** Share of the time in which the stage before a store was held back. */
    double heldShare(int store) {
      var held = 0.0;
      var before = 0.0;
      for (var point : fills.get(store)) {
        held += point.blocked() * (point.seconds() - before);
        before = point.seconds();
      }
      return before > 0 ? held / before : 0;
    }
  }

  private Optional<Data> data = Optional.empty();

  /** A chart without a chain. */
  public StagesChart() {
    super(640, 200);
  }

  /** Shows a moment of a chain, or nothing. */
  public void show(Optional<Data> next) {
    data = next;
    changed();
  }

  @Override
  void draw(Pen pen, double width, double height) {
    data.ifPresent(present -> new StagesPainter(pen, present).paint(width, height));
  }

  @Override
  String spoken() {
    if (data.isEmpty()) {
      return Texts.say("stages.spoken.empty");
    }
    var look = data.get().look();
    var parts = new ArrayList<String>();
    for (var i = 0; i < look.stages().size(); i++) {
      var stage = look.stages().get(i);
      parts.add(
          Texts.say(
              isBottleneck(look, i) ? "stages.spoken.bottleneck" : "stages.spoken.stage",
              stage.name(),
              Texts.percent(stage.busy())));
    }
    for (var i = 0; i < look.stores().size(); i++) {
      var store = look.stores().get(i);
      parts.add(
          Texts.say(
              data.get().held().get(i) ? "stages.spoken.full" : "stages.spoken.store",
              store.name(),
              fill(store),
              look.stages().get(i).name()));
    }
    return parts.stream().collect(Collectors.joining("; ", "", "."));
  }

  static boolean isBottleneck(FlowLook look, int stage) {
    return look.bottleneck().isPresent() && look.bottleneck().getAsInt() == stage;
  }

  /** Such as "5 of 8 batches". */
  static String fill(FlowLook.Store store) {
    return Texts.say(
        "stages.fill",
        Texts.number(store.fill(), 0),
        Texts.number(store.capacity(), 0),
        store.unit());
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        Stream.of("stage", "busy", "input", "room", "mark")
            .map(name -> Texts.say("stages.column." + name))
            .toList());
    data.ifPresent(present -> {
      var look = present.look();
      for (var i = 0; i < look.stages().size(); i++) {
        var stage = look.stages().get(i);
        rows.add(
            List.of(
                stage.name(),
                Texts.percent(stage.busy()),
                Texts.percent(stage.input()),
                Texts.percent(stage.room()),
                isBottleneck(look, i) ? Texts.say("stages.bottleneck") : ""));
      }
    });
    return rows;
  }
}
