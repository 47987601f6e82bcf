package speedup.ui.code;

import java.util.Collection;
import java.util.List;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import speedup.ui.Messages;

/** A text in Python, in colours, to be read and copied. */
public final class PythonPane extends StackPane {
  private final CodeArea area = new SpokenArea(Messages.get("concept.python.name"));

  /** Without a text. */
  public PythonPane() {
    getStyleClass().add("code-editor");
    area.setEditable(false);
    area.setWrapText(true);
    getChildren().add(new VirtualizedScrollPane<>(area));
  }

  /** Shows a text from its beginning. */
  public void setText(String text) {
    area.replaceText(text);
    var spans = new StyleSpansBuilder<Collection<String>>();
    for (var token : PythonTokens.of(text)) {
      spans.add(List.of(token.kind().style()), token.to() - token.from());
    }
    if (!text.isEmpty()) {
      area.setStyleSpans(0, spans.create());
    }
    area.moveTo(0);
    area.requestFollowCaret();
  }

  /** The text that is shown. */
  public String getText() {
    return area.getText();
  }
}
