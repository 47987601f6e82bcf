package speedup.ui.code;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;

/** A text area that tells a screen reader its text, its lines and where the caret is. */
final class SpokenArea extends CodeArea {
  SpokenArea(String name) {
    setAccessibleRole(AccessibleRole.TEXT_AREA);
    setAccessibleRoleDescription(name);
    textProperty().addListener(_ -> notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT));
    selectionProperty()
        .addListener(_ -> {
          notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_START);
          notifyAccessibleAttributeChanged(AccessibleAttribute.SELECTION_END);
        });
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    return switch (attribute) {
      case TEXT -> getText();
      case EDITABLE -> isEditable();
      case CARET_OFFSET -> getCaretPosition();
      case SELECTION_START -> getSelection().getStart();
      case SELECTION_END -> getSelection().getEnd();
      case LINE_FOR_OFFSET -> offsetToPosition((Integer) parameters[0], Bias.Backward).getMajor();
      case LINE_START -> lineStart((Integer) parameters[0]);
      case LINE_END -> lineEnd((Integer) parameters[0]);
      default -> super.queryAccessibleAttribute(attribute, parameters);
    };
  }

  /** Null, which means none, past the last line. */
  private Integer lineStart(int line) {
    return line < getParagraphs().size() ? getAbsolutePosition(line, 0) : null;
  }

  private Integer lineEnd(int line) {
    return line < getParagraphs().size()
        ? getAbsolutePosition(line, getParagraphLength(line))
        : null;
  }
}
