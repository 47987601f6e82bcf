package speedup.ui.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** One page of help, drawn. JavaFX thread only. */
final class PagePane extends VBox {
  /** What stands out, in its signs; everything between is plain. */
  private static final Pattern MARKED = Pattern.compile("\\*\\*(.+?)\\*\\*|`(.+?)`");

  PagePane(HelpPage page) {
    getStyleClass().add("help-page");
    getChildren().add(label(page.title(), "help-title"));
    page.blocks().forEach(block -> getChildren().add(draw(block)));
    setFocusTraversable(true); // so that screen readers come to it
    setAccessibleText(page.title());
  }

  private static Node draw(HelpPage.Block block) {
    return switch (block) {
      case HelpPage.Block.Heading(var text) -> label(text, "help-heading");
      case HelpPage.Block.Words(var text) -> flow(text);
      case HelpPage.Block.Item(var mark, var text) -> {
        var sign = label(mark, "help-mark");
        sign.setMinWidth(Region.USE_PREF_SIZE);
        var words = flow(text);
        HBox.setHgrow(words, Priority.ALWAYS);
        var item = new HBox(sign, words);
        item.getStyleClass().add("help-item");
        yield item;
      }
    };
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static TextFlow flow(String text) {
    var flow = new TextFlow(parts(text).toArray(Node[]::new));
    flow.setMinWidth(0);
    return flow;
  }

  private static List<Text> parts(String line) {
    var parts = new ArrayList<Text>();
    var marked = MARKED.matcher(line);
    var from = 0;
    while (marked.find()) {
      add(parts, line.substring(from, marked.start()), "help-plain");
      if (marked.group(1) != null) {
        add(parts, marked.group(1), "help-strong");
      } else {
        add(parts, marked.group(2), "help-code");
      }
      from = marked.end();
    }
    add(parts, line.substring(from), "help-plain");
    return parts;
  }

  private static void add(List<Text> parts, String words, String style) {
    if (!words.isEmpty()) {
      var text = new Text(words);
      text.getStyleClass().add(style);
      parts.add(text);
    }
  }
}
