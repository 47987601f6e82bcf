package speedup.ui.chart;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/** A font with its measures, each text measured once. FX thread only. */
final class Type {
  /** Running times make new texts all the time; more than this many are not worth keeping. */
  private static final int MOST_KEPT = 512;

  private final Font font;
  private final Text ruler = new Text();
  private final Map<String, Double> widths = new HashMap<>();
  private final double ascent;
  private final double lineHeight;
  private final double digitWidth;

  Type(double size, FontWeight weight) {
    font = Font.font(Font.getDefault().getFamily(), weight, size);
    ruler.setFont(font);
    ruler.setText("0");
    ascent = ruler.getBaselineOffset();
    lineHeight = Math.ceil(ruler.getLayoutBounds().getHeight());
    var widest = 0.0;
    for (var digit = '0'; digit <= '9'; digit++) {
      widest = Math.max(widest, width(String.valueOf(digit)));
    }
    digitWidth = widest;
  }

  Font font() {
    return font;
  }

  /** From the top of a line to its baseline. */
  double ascent() {
    return ascent;
  }

  double lineHeight() {
    return lineHeight;
  }

  double width(String text) {
    var known = widths.get(text);
    if (known != null) {
      return known;
    }
    if (widths.size() >= MOST_KEPT) {
      widths.clear();
    }
    ruler.setText(text);
    var width = ruler.getLayoutBounds().getWidth();
    widths.put(text, width);
    return width;
  }

  /** The width of one character where all digits are equally wide. */
  double cell(char character) {
    return Character.isDigit(character) ? digitWidth : width(String.valueOf(character));
  }

  /** The width of a text drawn character by character. */
  double tabularWidth(String text) {
    var width = 0.0;
    for (var i = 0; i < text.length(); i++) {
      width += cell(text.charAt(i));
    }
    return width;
  }
}
