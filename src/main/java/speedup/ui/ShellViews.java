package speedup.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import speedup.ui.view.View;
import speedup.ui.view.WorkView;

/** The views of a window, each loaded when it is first asked for. JavaFX thread only. */
final class ShellViews {
  private final Map<View, Loaded> all = new EnumMap<>(View.class);
  private final BiConsumer<View, WorkView> opener;

  /** A view that has been asked for. */
  record Loaded(Node root, WorkView view) {}

  /**
   * None is loaded yet.
   *
   * @param opener gives a view what it needs
   */
  ShellViews(BiConsumer<View, WorkView> opener) {
    this.opener = opener;
  }

  Loaded get(View view) {
    var known = all.get(view);
    if (known != null) {
      return known;
    }
    var loader = new FXMLLoader(ShellViews.class.getResource(view.layout()), Messages.bundle());
    try {
      Node root = loader.load();
      WorkView controller = loader.getController();
      var loaded = new Loaded(root, controller);
      all.put(view, loaded); // first, as a view may ask for another one that asks for this one
      opener.accept(view, controller);
      return loaded;
    } catch (IOException e) {
      throw new UncheckedIOException("the layout of the view cannot be read", e);
    }
  }

  boolean has(View view) {
    return all.containsKey(view);
  }

  void each(Consumer<WorkView> action) {
    all.values().forEach(loaded -> action.accept(loaded.view()));
  }

  boolean anyRuns() {
    return all.values().stream().anyMatch(loaded -> loaded.view().running().get());
  }

  /** Does this once none of the views would lose anything; not where the person stays. */
  void beforeClose(Runnable close) {
    beforeClose(all.values().iterator(), close);
  }

  private static void beforeClose(Iterator<Loaded> left, Runnable close) {
    if (left.hasNext()) {
      left.next().view().beforeClose(() -> beforeClose(left, close));
    } else {
      close.run();
    }
  }
}
