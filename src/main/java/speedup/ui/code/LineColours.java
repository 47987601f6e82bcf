package speedup.ui.code;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/**
 * Keeps the colours of a text right while it is typed: only the lines that changed are coloured
 * again, and those below as far as a comment or text block that began or ended reaches.
 */
final class LineColours {
  private final CodeArea area;
  private final List<JavaTokens.State> ends = new ArrayList<>(List.of(JavaTokens.State.CODE));

  LineColours(CodeArea area) {
    this.area = area;
  }

  /**
   * Colours what changed.
   *
   * @param first the line in which it begins
   * @param removed how many line ends went
   * @param inserted how many came
   */
  void changed(int first, int removed, int inserted) {
    ends.subList(first, first + removed).clear();
    for (var i = 0; i < inserted; i++) {
      ends.add(first, null);
    }
    var spans = new StyleSpansBuilder<Collection<String>>();
    var state = first == 0 ? JavaTokens.State.CODE : ends.get(first - 1);
    var length = 0;
    for (var number = first; number < ends.size(); number++) {
      var line = JavaTokens.of(area.getParagraph(number).getText(), state);
      for (var token : line.tokens()) {
        spans.add(List.of(token.kind().style()), token.to() - token.from());
        length += token.to() - token.from();
      }
      state = line.end();
      var known = ends.set(number, state);
      if (number >= first + inserted && known == state) {
        break;
      }
      // the end of the line is a character too
      spans.add(List.of(), number < ends.size() - 1 ? 1 : 0);
      length += 1;
    }
    if (length > 0 && area.getLength() > 0) {
      area.setStyleSpans(area.getAbsolutePosition(first, 0), spans.create());
    }
  }
}
