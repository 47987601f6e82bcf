package speedup.ui.code;

import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A line of Java in the colours of the editor, for a listing. */
public final class JavaLine extends TextFlow {
  /** Of a line that begins in no comment and in no text. */
  public JavaLine(String line) {
    getStyleClass().add("code-line");
    for (var token : JavaTokens.of(line, JavaTokens.State.CODE).tokens()) {
      var part = new Text(line.substring(token.from(), token.to()));
      part.getStyleClass().addAll("text", token.kind().style());
      getChildren().add(part);
    }
  }
}
