package speedup.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import speedup.measure.Breakdown;
import speedup.scaling.Verdict.Part;

/** Where the time of the workers went, as one bar of all of it. */
public final class BreakdownBar extends CanvasPane {
  /** Smaller parts are in the table only. */
  private static final double LEAST_SHARE = 0.0005;

  private record Piece(Part part, String name, double seconds, double share) {}

  private List<Piece> pieces = List.of();
  private Optional<Part> highlighted = Optional.empty();

  /** Makes an empty bar. */
  public BreakdownBar() {
    setTextScale(1);
  }

  /** Shows another breakdown from the next drawing on. */
  public void show(Optional<Breakdown> next) {
    pieces = next.map(BreakdownBar::pieces).orElse(List.of());
    setAccessibleText(
        pieces.isEmpty()
            ? word("breakdown.empty")
            : pieces.stream()
                .map(piece -> words("breakdown.share", piece.name(), 100 * piece.share()))
                .collect(Collectors.joining(", ")));
    changed();
  }

  /** Marks the part that the verdict is about. */
  public void highlight(Optional<Part> part) {
    highlighted = part;
    changed();
  }

  private static List<Piece> pieces(Breakdown whole) {
    var all = new ArrayList<Piece>();
    add(all, whole, Part.START, "breakdown.start", whole.start());
    add(all, whole, Part.WARM_UP, "breakdown.warm-up", whole.warmUp());
    add(all, whole, Part.WAITING, "breakdown.waiting", whole.waiting());
    add(all, whole, Part.SERIALISE, "breakdown.serialise", whole.serialise());
    add(all, whole, Part.COMPUTE, "breakdown.compute", whole.compute());
    add(all, whole, Part.IDLE_TAIL, "breakdown.idle-tail", whole.idleTail());
    add(all, whole, Part.MERGE, "breakdown.merge", whole.merge());
    return List.copyOf(all);
  }

  private static void add(
      List<Piece> all, Breakdown whole, Part part, String key, double seconds) {
    all.add(new Piece(part, word(key), seconds, seconds / whole.total()));
  }

  @Override
  public List<List<String>> table() {
    var rows = new ArrayList<List<String>>();
    rows.add(
        List.of(
            word("breakdown.table.part"),
            word("breakdown.table.seconds"),
            word("breakdown.table.share")));
    for (var piece : pieces) {
      rows.add(
          List.of(
              piece.name(),
              String.format(Locale.ROOT, "%.3f", piece.seconds()),
              String.format(Locale.ROOT, "%.1f %%", 100 * piece.share())));
    }
    return rows;
  }

  @Override
  double heightAt(double scale) {
    return 58 * scale;
  }

  @Override
  void draw(GraphicsContext g, double width, double height) {
    var left = 1.0;
    var right = width - 1;
    var top = 3.0;
    var barHeight = Math.floor(height - scaled(26) - top);
    if (pieces.isEmpty()) {
      g.setStroke(theme().border());
      g.setLineDashes(scaled(4));
      g.strokeRect(sharp(left), sharp(top), right - left - 1, barHeight);
      g.setLineDashes();
      text(
          g,
          word("breakdown.empty"),
          (left + right) / 2,
          top + barHeight / 2,
          TextAlignment.CENTER,
          theme().muted());
      return;
    }
    var x = left;
    for (var piece : pieces) {
      var length = (right - left) * piece.share();
      if (piece.share() >= LEAST_SHARE) {
        piece(g, piece, x, top, length, barHeight);
      }
      x += length;
    }
    g.setStroke(theme().border());
    g.strokeRect(sharp(left), sharp(top), right - left - 1, barHeight);
    legend(g, left, right, height - scaled(11));
  }

  private void piece(
      GraphicsContext g, Piece piece, double x, double top, double length, double height) {
    fill(g, piece.part(), x, top, length, height);
    if (highlighted.filter(part -> part == piece.part()).isPresent()) {
      g.setStroke(theme().foreground());
      g.setLineWidth(3);
      g.strokeRect(x + 1, top, Math.max(2, length - 2), height);
      g.setLineWidth(1);
    }
    var label = words("breakdown.percent", 100 * piece.share());
    if (length > widthOf(label) + scaled(10)) {
      boldText(
          g, label, x + length / 2, top + height / 2, TextAlignment.CENTER, inkOn(piece.part()));
    }
  }

  private void fill(
      GraphicsContext g, Part part, double x, double top, double length, double height) {
    g.setFill(colour(part));
    g.fillRect(x, top, length, height);
    if (part == Part.WAITING || part == Part.IDLE_TAIL) {
      hatch(g, part, x, top, length, height);
    }
    g.setStroke(theme().background());
    g.strokeLine(sharp(x + length) - 1, top, sharp(x + length) - 1, top + height);
  }

  /** Lost time is hatched, one way or the other. */
  private void hatch(
      GraphicsContext g, Part part, double x, double top, double length, double height) {
    g.save();
    g.beginPath();
    g.rect(x, top, length, height);
    g.clip();
    g.setStroke(theme().border());
    var gap = scaled(6);
    for (var at = x - height; at < x + length; at += gap) {
      if (part == Part.WAITING) {
        g.strokeLine(at, top + height, at + height, top);
      } else {
        g.strokeLine(at, top, at + height, top + height);
      }
    }
    g.restore();
  }

  private Color colour(Part part) {
    return switch (part) {
      case START -> theme().start();
      case WARM_UP -> theme().warmUp();
      case WAITING, IDLE_TAIL -> theme().background();
      case SERIALISE -> theme().serialise();
      case COMPUTE -> theme().compute();
      case MERGE -> theme().merge();
    };
  }

  private Color inkOn(Part part) {
    return switch (part) {
      case COMPUTE -> theme() == ChartTheme.DARK ? Color.BLACK : Color.WHITE;
      case WAITING, IDLE_TAIL -> theme().foreground();
      case START, WARM_UP, SERIALISE, MERGE -> Color.BLACK;
    };
  }

  private void legend(GraphicsContext g, double left, double right, double y) {
    var box = scaled(10);
    var x = left;
    for (var piece : pieces) {
      if (piece.share() < LEAST_SHARE) {
        continue;
      }
      var label = words("breakdown.share", piece.name(), 100 * piece.share());
      var needed = box + scaled(6) + widthOf(label) + scaled(14);
      if (x + needed > right + scaled(14)) {
        return;
      }
      fill(g, piece.part(), x, y - box / 2, box, box);
      g.setStroke(theme().muted());
      g.strokeRect(sharp(x), sharp(y - box / 2), box, box);
      var bold = highlighted.filter(part -> part == piece.part()).isPresent();
      if (bold) {
        boldText(
            g, label, x + box + scaled(6), y, TextAlignment.LEFT, theme().foreground());
      } else {
        text(g, label, x + box + scaled(6), y, TextAlignment.LEFT, theme().foreground());
      }
      x += needed;
    }
  }
}
