package speedup.ui.scaling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import speedup.measure.EngineKind;
import speedup.measure.Environment;
import speedup.plot.ChartTheme;
import speedup.plot.ScalingChart;
import speedup.plot.Texts;
import speedup.plot.WaterfallChart;
import speedup.scaling.ScalingStudy;
import speedup.scaling.Verdict;
import speedup.scaling.Waterfall;
import speedup.ui.Messages;
import speedup.ui.chart.BreakdownBar;
import speedup.ui.chart.CanvasPane;
import speedup.ui.chart.ChartPane;
import speedup.ui.chart.ChartTable;
import speedup.ui.form.ListWords;
import speedup.ui.run.Banner;

/** Brings what a study found onto the screen. JavaFX thread only. */
final class StudyDrawing {
  /** The controls that are drawn on. */
  record Parts(
      Label answer,
      Label bigNumber,
      Label bigCaption,
      Banner banner,
      Label chartTitle,
      ToggleButton showWhatIf,
      ToggleButton showTable,
      ChartPane main,
      TableView<List<String>> table,
      GridPane figureGrid,
      List<ChartPane> figures,
      VBox lossSection,
      ComboBox<Long> place,
      ChartPane waterfall,
      Label waterfallMissing,
      BreakdownBar breakdown,
      PredictionCards predictions,
      Label notes,
      VBox emptyBox) {}

  /** Heights at 100 %, in pixels. */
  private static final double WATERFALL_ROW = 26;

  private static final double WATERFALL_EDGE = 16;

  private final ScalingModel model;
  private final Parts parts;
  private double scale = 1;
  private boolean filling;

  StudyDrawing(ScalingModel model, Parts parts) {
    this.model = model;
    this.parts = parts;
    parts.place().setConverter(new ListWords<>(this::place));
    parts.main().setOnPicked(picked -> parts.place().setValue(picked));
    parts
        .place()
        .valueProperty()
        .addListener(_ -> {
          if (!filling) {
            drawMain();
            drawPlace();
          }
        });
  }

  /** Before the first run of a study. */
  void showNothing(StudyMode mode) {
    parts.answer().setText("");
    parts.bigNumber().setText("");
    parts.bigCaption().setText("");
    parts.banner().hide();
    parts.predictions().show(List.of());
    showText(parts.notes(), "");
    parts.figureGrid().setVisible(false);
    parts.lossSection().setVisible(false);
    parts.chartTitle().setText(mode.title());
    var cores = Environment.current();
    parts
        .main()
        .show(
            ScalingChart.of(
                ScalingStudy.of(
                    List.of(), EngineKind.PROCESSES, cores.physicalCores(), cores.logicalCores())));
    render();
  }

  /** What is not shown takes no room either. */
  static void leaveNoGaps(Node... parts) {
    for (var part : parts) {
      part.managedProperty().bind(part.visibleProperty());
    }
  }

  static void showText(Label label, String text) {
    label.setText(text);
    label.setVisible(!text.isEmpty());
  }

  /** Shows what was found so far. */
  void show(Finding found) {
    if (found == null) {
      return;
    }
    parts.emptyBox().setVisible(false);
    parts.chartTitle().setText(mode(found).title());
    parts.answer().setText(ScalingWords.answer(found));
    var big = ScalingWords.big(found);
    parts.bigNumber().setText(big.number());
    parts.bigCaption().setText(big.caption());
    parts.predictions().show(ScalingWords.predictions(found));
    showText(parts.notes(), ScalingWords.notes(found));
    fillPlaces(found);
    var figures = found.figures();
    for (int i = 0; i < figures.size(); i++) {
      parts.figures().get(i).show(figures.get(i));
    }
    parts.figureGrid().setVisible(true);
    drawMain();
    drawPlace();
  }

  private static StudyMode mode(Finding found) {
    return switch (found.study()) {
      case Finding.Study.Strong _ -> StudyMode.STRONG;
      case Finding.Study.Weak _ -> StudyMode.WEAK;
      case Finding.Study.Chunks _ -> StudyMode.CHUNKS;
      case Finding.Study.Sizes _ -> StudyMode.SIZES;
    };
  }

  /** The point that was chosen stays chosen while the study grows. */
  private void fillPlaces(Finding found) {
    filling = true;
    var before = parts.place().getValue();
    var places = found.places();
    if (!places.equals(parts.place().getItems())) {
      parts.place().getItems().setAll(places);
    }
    boolean same = before != null && places.contains(before) && model.runningProperty().get();
    parts
        .place()
        .setValue(
            same
                ? before
                : found.firstPlace().isPresent() ? (Long) found.firstPlace().getAsLong() : null);
    parts.lossSection().setVisible(!places.isEmpty());
    filling = false;
  }

  private OptionalLong chosen() {
    return parts.place().getValue() == null
        ? OptionalLong.empty()
        : OptionalLong.of(parts.place().getValue());
  }

  /** Draws the main chart, or fills its table. */
  void drawMain() {
    var found = model.findingProperty().get();
    if (found == null) {
      return;
    }
    var chart = found.chart(chosen());
    if (chart instanceof ScalingChart scaling) {
      var whatIf =
          Optional.ofNullable(model.whatIfProperty().get())
              .filter(changed -> parts.showWhatIf().isSelected() && changed.changed());
      chart =
          scaling
              .withGhost(whatIf)
              .withCheck(
                  Optional.ofNullable(model.checkProperty().get())
                      .filter(_ -> parts.showWhatIf().isSelected()));
    }
    parts.main().show(chart);
    if (parts.showTable().isSelected()) {
      ChartTable.fill(parts.table(), chart.table());
    }
    render();
  }

  private void drawPlace() {
    var found = model.findingProperty().get();
    if (found == null || parts.place().getValue() == null) {
      parts.banner().hide();
      return;
    }
    long at = parts.place().getValue();
    var fall = found.waterfall(at);
    fall.value().ifPresent(this::show);
    parts.waterfall().setVisible(fall.isPresent());
    showText(parts.waterfallMissing(), fall.missing().orElse(""));
    parts.breakdown().show(found.medianRun(at).map(run -> run.breakdown()));
    var verdict = found.verdict(at);
    parts.breakdown().highlight(verdict.flatMap(Verdict::evidence));
    verdict.ifPresentOrElse(this::show, parts.banner()::hide);
    render();
  }

  /** As high as its rows need. */
  private void show(Waterfall losses) {
    var chart = new WaterfallChart(losses);
    parts.waterfall().show(chart);
    double height = scale * (WATERFALL_ROW * chart.rows() + WATERFALL_EDGE);
    parts.waterfall().setMinHeight(height);
    parts.waterfall().setPrefHeight(height);
  }

  private void show(Verdict verdict) {
    var kind =
        switch (verdict.kind()) {
          case NEAR_IDEAL -> Banner.Kind.GOOD;
          case TOO_FAST, NOISY -> Banner.Kind.WARNING;
          case SLOWER, MORE_WORKERS_THAN_CORES, LARGEST_LOSS -> Banner.Kind.INFO;
        };
    parts.banner().show(kind, (verdict.sentence() + " " + verdict.advice()).strip());
  }

  private List<CanvasPane> charts() {
    var charts = new ArrayList<CanvasPane>(parts.figures());
    charts.add(parts.main());
    charts.add(parts.waterfall());
    charts.add(parts.breakdown());
    return charts;
  }

  /** Draws what has changed. */
  void render() {
    charts().forEach(CanvasPane::renderIfDirty);
  }

  void setLook(ChartTheme theme, double nextScale) {
    scale = nextScale;
    for (var chart : charts()) {
      chart.setTheme(theme);
      chart.setTextScale(scale);
    }
    drawPlace();
  }

  /** A point of a study as it is called in its list. */
  private String place(long at) {
    var found = model.findingProperty().get();
    return found == null
        ? ""
        : Messages.get("study.place." + mode(found).id(), at, Texts.whole(at));
  }
}
