package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import speedup.cli.Reports;
import speedup.measure.EngineKind;
import speedup.settings.Appearance;
import speedup.settings.Language;
import speedup.settings.Look;
import speedup.ui.run.Repeats;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The window in another language, without a restart. */
class LanguageTest {
  private final Locale before = Locale.getDefault();
  private final SilentLab lab = new SilentLab();
  private final Backstage backstage = Backstage.of(lab);
  private ShownWindow window;

  @BeforeEach
  void open() {
    window = new ShownWindow(() -> Workbench.make(new Stage(), backstage, 1366, 768));
  }

  @AfterEach
  void close() {
    window.close();
    Locale.setDefault(before);
  }

  private void speak(Language language) {
    FxStage.run(() ->
        backstage.preferences().change(now -> now.with(new Appearance(Look.LIGHT, 100, language))));
  }

  private String railName() {
    return FxStage.onFx(() -> ((ToggleButton) window.lookup("#view-history")).getText());
  }

  @Test
  void isSpokenAtOnceAndWhatWasTypedStays() {
    FxStage.run(() -> {
      window.shell().choose("primes-file");
      window.shell().session().settings().setSettings(Map.of("count", "1234"));
      window.shell().runView().options().setWorkers(2);
      window.shell().show(View.HISTORY);
    });
    assertEquals("History", railName());

    speak(Language.GERMAN);
    assertEquals("Verlauf", railName());
    assertEquals(View.HISTORY, window.shell().presentView());
    FxStage.run(() -> window.shell().show(View.RUN));
    assertTrue(window.shows("Beispielaufgabe"));
    assertEquals(
        "1234", FxStage.onFx(() -> window.shell().session().settings().settings().get("count")));
    assertEquals(2, FxStage.onFx(() -> window.shell().runView().options().workersProperty().get()));
    for (var view : View.values()) {
      FxStage.run(() -> window.shell().show(view));
      assertFalse(window.shows("!"), "a calm program");
      window.picture("german-" + view.id());
    }

    speak(Language.ENGLISH);
    FxStage.run(() -> window.shell().show(View.RUN));
    assertTrue(window.shows("Workload"));
  }

  private String bigNumber() {
    return FxStage.onFx(() -> {
      window.layOut();
      return ((Label) window.lookup(".big-number")).getText();
    });
  }

  @Test
  void keepsTheResultOnTheScreenAndHowItWasRun() {
    FxStage.run(() -> {
      window.shell().choose("sleep");
      var options = window.shell().runView().options();
      options.setChunk(OptionalInt.of(7));
      options.repeatsProperty().set(Repeats.RIGOROUS);
      options.engines().add(EngineKind.THREADS);
      window.shell().run();
    });
    var request = lab.request;
    FxStage.run(() -> lab.report.complete(Reports.comparison(request)));
    ShownWindow.awaitTrue(
        () -> FxStage.onFx(() -> window.shell().session().lastRunProperty().get() != null));
    var number = bigNumber();
    assertTrue(number.contains("."), number);

    speak(Language.GERMAN);
    assertEquals(number.replace('.', ','), bigNumber());
    assertNotNull(FxStage.onFx(() -> window.shell().session().lastRunProperty().get()));
    FxStage.run(() -> window.shell().run());
    assertEquals(request, lab.request);
    assertEquals(2, lab.started);
  }
}
