package speedup.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;
import speedup.ui.chart.ChartTable;
import speedup.workload.Shown;

/** What a workload found, to look at: a heading and a view each. FX thread only. */
public final class ResultPane extends StackPane {
  private Consumer<Path> opener = _ -> {};

  /** A pane without a result. */
  public ResultPane() {
    getStyleClass().add("result-pane");
  }

  /** What opens a file that a person wants to see, and where it says that it cannot. */
  void setOpener(FileOpener opener, Banner banner) {
    this.opener =
        file ->
            opener.open(
                file,
                () -> banner.show(Banner.Kind.WARNING, Messages.get("result.open.refused", file)));
  }

  /** Shows results in the place of those before. */
  public void show(List<Shown> results) {
    if (results.isEmpty()) {
      var nothing = new Label(Messages.get("result.none"));
      nothing.getStyleClass().add("muted");
      nothing.setWrapText(true);
      getChildren().setAll(nothing);
    } else if (results.size() == 1) {
      var only = results.getFirst();
      getChildren().setAll(titled(only));
    } else {
      var tabs = new TabPane();
      tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
      results.forEach(result -> tabs.getTabs().add(new Tab(result.title(), view(result))));
      getChildren().setAll(tabs);
    }
  }

  private Node titled(Shown result) {
    var title = new Label(result.title());
    title.getStyleClass().add("strong");
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    var view = view(result);
    VBox.setVgrow(view, Priority.ALWAYS);
    var both = new VBox(title, view);
    both.getStyleClass().add("result-titled");
    return both;
  }

  private Node view(Shown result) {
    return switch (result) {
      case Shown.Pictures pictures -> new PicturePairs(pictures, opener);
      case Shown.Lines lines -> new FoundLines(lines, opener);
      case Shown.Bars bars -> scrolled(new AmountBars(bars));
      case Shown.Picture picture -> new StillPicture(picture);
      case Shown.Table table -> table(table);
    };
  }

  private static Node table(Shown.Table result) {
    var table = new TableView<List<String>>();
    var rows = new ArrayList<List<String>>();
    rows.add(result.header());
    rows.addAll(result.rows());
    ChartTable.fill(table, rows);
    ColumnWidths.keep(table);
    table.setAccessibleText(result.title());
    return table;
  }

  private static Node scrolled(Node content) {
    var scroll = new ScrollPane(content);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }
}
