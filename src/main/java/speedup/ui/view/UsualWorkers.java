package speedup.ui.view;

import java.util.function.IntConsumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.WeakChangeListener;
import speedup.experiment.RunRequest;
import speedup.settings.Preferences;

/**
 * Sets a form to the number of workers of the settings, now and whenever the person chooses another
 * one there. Whoever has the form holds it. JavaFX thread only.
 */
public final class UsualWorkers {
  private final ChangeListener<Preferences> listener;

  /**
   * Begins at once; without a number in the settings the form stays as it is.
   *
   * @param form is given the number
   */
  public UsualWorkers(PreferenceBook book, IntConsumer form) {
    listener =
        (_, before, now) -> {
          if (!before.work().workers().equals(now.work().workers())) {
            tell(now, form);
          }
        };
    // weak: the book lives longer than a window in one language
    book.property().addListener(new WeakChangeListener<>(listener));
    tell(book.get(), form);
  }

  private static void tell(Preferences now, IntConsumer form) {
    now.work().workers().ifPresent(count -> form.accept(Math.min(count, RunRequest.MAX_WORKERS)));
  }
}
