package speedup.ui.scaling;

import java.util.function.DoubleConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import speedup.plot.Texts;
import speedup.scaling.WhatIf;
import speedup.ui.Messages;

/**
 * The drawer of what-ifs: sliders for the serial share, the start cost and the chunk size, what
 * would follow, and the button that runs it. JavaFX thread only.
 */
final class WhatIfPane extends VBox {
  /** A start cost beyond this share of the sequential time leaves nothing to see. */
  private static final double MOST_START = 0.5;

  private final ScalingModel model;
  private final Dial serial = new Dial("serial", 0, 0.6);
  private final Dial start = new Dial("start", 0, 1);
  private final Dial chunk = new Dial("chunk", 0, 6);
  private final Label expected = new Label();
  private final Label remark = new Label();
  private final Button reset = new Button(Messages.get("study.whatIf.reset"));
  private final Button verify = new Button(Messages.get("study.whatIf.verify"));
  private boolean showing;

  /** A slider under its name and present value. */
  private static final class Dial extends VBox {
    final Slider slider;
    final Label value = new Label();
    final Label hint = new Label();

    Dial(String id, double min, double max) {
      getStyleClass().add("what-if-dial");
      slider = new Slider(min, max, min);
      slider.setId("what-if-" + id);
      var name = new Label(Messages.get("study.whatIf." + id));
      name.setLabelFor(slider);
      slider.setAccessibleText(name.getText());
      value.getStyleClass().addAll("strong", "tabular");
      hint.getStyleClass().addAll("muted", "small");
      hint.setWrapText(true);
      hint.setMinHeight(Region.USE_PREF_SIZE);
      hint.managedProperty().bind(hint.textProperty().isNotEmpty());
      getChildren().setAll(name, slider, value, hint);
    }

    void show(double at, String words) {
      slider.setValue(at);
      value.setText(words);
      slider.setAccessibleHelp(words);
    }
  }

  /**
   * A drawer.
   *
   * @param busy whether something runs, here or in another view
   */
  WhatIfPane(ScalingModel model, ObservableBooleanValue busy) {
    this.model = model;
    getStyleClass().add("what-if");
    var dials = new FlowPane(serial, start, chunk);
    dials.getStyleClass().add("what-if-dials");
    listen(serial.slider, share -> model.setWhatIf(whatIf().withSerialShare(rounded(share))));
    listen(start.slider, seconds -> model.setWhatIf(whatIf().withStartSeconds(seconds)));
    listen(
        chunk.slider,
        power -> model.setWhatIf(whatIf().withChunkItems(Math.round(Math.pow(10, power)))));
    for (var label : new Label[] {expected, remark}) {
      label.setWrapText(true);
      label.setMinHeight(Region.USE_PREF_SIZE);
    }
    remark.getStyleClass().addAll("muted", "small");
    remark.managedProperty().bind(remark.textProperty().isNotEmpty());
    reset.setId("what-if-reset");
    reset.setOnAction(_ -> reset());
    verify.setId("what-if-verify");
    verify.getStyleClass().add("accent");
    verify.setOnAction(_ -> model.verify());
    verify
        .disableProperty()
        .bind(changed().not().or(Bindings.createBooleanBinding(busy::get, busy)));
    reset
        .disableProperty()
        .bind(changed().not().or(Bindings.createBooleanBinding(busy::get, busy)));
    var buttons = new FlowPane(verify, reset);
    buttons.getStyleClass().add("what-if-dials");
    getChildren().setAll(dials, expected, buttons, remark);
    dials.disableProperty().bind(busy);
    model.whatIfProperty().addListener(_ -> show());
  }

  private BooleanBinding changed() {
    return Bindings.createBooleanBinding(
        () -> whatIf() != null && whatIf().changed(), model.whatIfProperty());
  }

  private WhatIf whatIf() {
    return model.whatIfProperty().get();
  }

  /** To a tenth of a per cent, so that the value shown is the value meant. */
  private static double rounded(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private void listen(Slider slider, DoubleConsumer action) {
    slider
        .valueProperty()
        .addListener((_, _, now) -> {
          if (!showing && whatIf() != null) {
            action.accept(now.doubleValue());
          }
        });
  }

  private void reset() {
    var law = whatIf().law();
    model.setWhatIf(
        whatIf()
            .chunks()
            .map(chunks -> WhatIf.of(law, chunks, whatIf().chunkNow()))
            .orElseGet(() -> WhatIf.of(law)));
  }

  private void show() {
    var now = whatIf();
    if (now == null) {
      return;
    }
    showing = true;
    serial.slider.setMax(Math.max(0.6, now.law().model().serialFraction()));
    serial.show(now.serialShare(), Texts.percent(now.serialShare()));
    start.slider.setMax(MOST_START * now.law().model().seconds(1));
    start.show(now.startSeconds(), Texts.seconds(now.startSeconds()));
    boolean known = now.chunks().isPresent();
    chunk.slider.setDisable(!known);
    chunk.slider.setMax(known ? Math.log10(Math.max(10, now.chunks().get().items())) : 6);
    chunk.show(
        Math.log10(now.chunkItems()),
        known ? Messages.get("study.whatIf.items", now.chunkItems()) : "");
    chunk.hint.setText(known ? "" : Messages.get("study.whatIf.chunk.unknown"));
    expected.setText(
        now.changed()
            ? ScalingWords.expectation(now, now.law().mostWorkers())
            : Messages.get("study.whatIf.unchanged"));
    var check = now.verify();
    remark.setText(
        !now.changed()
            ? ""
            : check.remark().isPresent()
                ? check.remark().get()
                : check.workload().isPresent() ? Messages.get("study.whatIf.other") : "");
    showing = false;
  }
}
