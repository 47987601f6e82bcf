package speedup.ui.fx;

import javafx.scene.control.Tooltip;

/** An explanation of several lines. A tooltip takes its width from here only: CSS is not asked. */
public final class HelpTip extends Tooltip {
  private static final double EM = 26;

  /** An explanation in a column that is easy to read, at every size of the text. */
  public HelpTip(String text) {
    super(text);
    setWrapText(true);
    setOnShowing(_ -> fit());
    setOnShown(_ -> fit()); // the first time its text has its size only now
  }

  private void fit() {
    setMaxWidth(EM * getFont().getSize());
  }
}
