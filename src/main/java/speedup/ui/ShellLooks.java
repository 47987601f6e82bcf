package speedup.ui;

import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.scene.Parent;
import javafx.scene.Scene;
import speedup.settings.Appearance;
import speedup.settings.Look;
import speedup.settings.Preferences;
import speedup.ui.view.PreferenceBook;

/**
 * Colours and size of a window: those that the person chose, or others for as long as a
 * presentation lasts. JavaFX thread only.
 */
final class ShellLooks {
  private final Parent root;
  private final PreferenceBook book;
  private final BooleanSupplier presenting;
  private final Runnable applied;
  private final ChangeListener<Preferences> listener =
      (_, before, now) -> {
        if (!before.appearance().equals(now.appearance())) {
          adopt(now.appearance());
        }
      };
  private final ObservableValue<Theme> system;
  private final ChangeListener<Theme> follower = (_, _, _) -> follow();
  private Theme theme;
  private UiScale scale;
  private boolean closed;

  /**
   * Adopts what the person chose.
   *
   * @param presenting whether the looks are those of a presentation
   * @param applied called after every change
   * @param system the theme of the system, followed where the person wants that
   */
  ShellLooks(
      Parent root,
      PreferenceBook book,
      BooleanSupplier presenting,
      Runnable applied,
      ObservableValue<Theme> system) {
    this.root = root;
    this.system = system;
    this.book = book;
    this.presenting = presenting;
    this.applied = applied;
    theme = Theme.of(book.get().appearance().look(), system.getValue());
    scale = new UiScale(book.get().appearance().scale());
    book.property().addListener(listener);
    system.addListener(follower);
  }

  Theme theme() {
    return theme;
  }

  UiScale scale() {
    return scale;
  }

  private void adopt(Appearance appearance) {
    // a change that makes the window anew is also told to what it closes
    if (!closed && !presenting.getAsBoolean() && root.getScene() != null) {
      theme = Theme.of(appearance.look(), system.getValue());
      scale = new UiScale(appearance.scale());
      apply();
    }
  }

  private void follow() {
    if (book.get().appearance().look() == Look.SYSTEM) {
      adopt(book.get().appearance());
    }
  }

  void set(Theme next) {
    theme = next;
    apply();
  }

  void set(UiScale next) {
    scale = next;
    apply();
  }

  /** The next theme from now on: dark after light, then the one of high contrast. */
  void toggleTheme() {
    change(was -> new Appearance(theme.next(), was.scale(), was.language()));
  }

  /** Another size from now on; of a presentation for as long as it lasts. */
  void keep(UiScale next) {
    if (presenting.getAsBoolean()) {
      set(next);
    } else {
      change(was -> new Appearance(was.look(), next.percent(), was.language()));
    }
  }

  private void change(UnaryOperator<Appearance> next) {
    book.change(now -> now.with(next.apply(now.appearance())));
  }

  void apply() {
    dress(root.getScene());
    applied.run();
  }

  /** Gives another window the same. */
  void dress(Scene scene) {
    theme.apply(scene);
    scale.apply(scene);
  }

  void close() {
    closed = true;
    book.property().removeListener(listener);
    system.removeListener(follower);
  }
}
