package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import speedup.settings.Appearance;
import speedup.settings.Language;
import speedup.settings.Look;
import speedup.ui.run.SilentLab;
import speedup.ui.view.Backstage;
import speedup.ui.view.View;

/** The window in another language, without a restart. */
class LanguageTest {
  private final Locale before = Locale.getDefault();
  private final Backstage backstage = Backstage.of(new SilentLab());
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
}
