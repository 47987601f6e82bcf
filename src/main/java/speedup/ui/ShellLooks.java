package speedup.ui;

import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import javafx.beans.value.ChangeListener;
import javafx.scene.Parent;
import speedup.settings.Appearance;
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
  private final ChangeListener<Preferences> listener = (_, _, now) -> adopt(now.appearance());
  private Theme theme;
  private UiScale scale;

  /**
   * Adopts what the person chose.
   *
   * @param presenting whether the looks are those of a presentation
   * @param applied called after every change
   */
  ShellLooks(Parent root, PreferenceBook book, BooleanSupplier presenting, Runnable applied) {
    this.root = root;
    this.book = book;
    this.presenting = presenting;
    this.applied = applied;
    theme = Theme.of(book.get().appearance().look());
    scale = new UiScale(book.get().appearance().scale());
    book.property().addListener(listener);
  }

  Theme theme() {
    return theme;
  }

  UiScale scale() {
    return scale;
  }

  private void adopt(Appearance appearance) {
    // of a window that was made anew in another language, the listener may be called once more
    if (root.getScene() != null && !presenting.getAsBoolean()) {
      theme = Theme.of(appearance.look());
      scale = new UiScale(appearance.scale());
      apply();
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

  /** Light for dark from now on, and dark for light. */
  void toggleTheme() {
    change(was -> new Appearance(theme.opposite(), was.scale(), was.language()));
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
    theme.apply(root.getScene());
    scale.apply(root.getScene());
    applied.run();
  }

  void close() {
    book.property().removeListener(listener);
  }
}
