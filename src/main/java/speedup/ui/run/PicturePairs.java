package speedup.ui.run;

import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import speedup.ui.Messages;
import speedup.workload.Shown;

/** Small pictures side by side, before and after; a click opens the one that was made. */
final class PicturePairs extends VBox {
  private static final double WIDTH = 132;
  private static final double HEIGHT = 99;
  private static final double SHARP = 2; // enough pixels for a screen at 200 %

  PicturePairs(Shown.Pictures made, Consumer<Path> opener) {
    getStyleClass().add("picture-pairs");
    var pairs = new FlowPane();
    pairs.getStyleClass().add("pairs");
    made.pairs().forEach(pair -> pairs.getChildren().add(tile(pair, opener)));
    var scroll = new ScrollPane(pairs);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var where =
        new Label(
            made.all() > made.pairs().size()
                ? Messages.get(
                    "result.pictures.first", made.pairs().size(), made.all(), made.folder())
                : Messages.get("result.pictures.all", made.all(), made.folder()));
    where.getStyleClass().addAll("muted", "small");
    where.setWrapText(true);
    HBox.setHgrow(where, Priority.ALWAYS);
    where.setMaxWidth(Double.MAX_VALUE);
    var open = new Button(Messages.get("result.pictures.open"));
    open.setMinWidth(USE_PREF_SIZE);
    open.setOnAction(_ -> opener.accept(made.folder()));
    var foot = new HBox(where, open);
    foot.getStyleClass().add("field-row");
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.setMinHeight(USE_PREF_SIZE);
    getChildren().addAll(scroll, foot);
  }

  private static Node tile(Shown.Pictures.Pair pair, Consumer<Path> opener) {
    var name = new Label(pair.after().getFileName().toString());
    name.getStyleClass().addAll("muted", "small");
    name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    name.setMaxWidth(2 * WIDTH);
    var both =
        new HBox(
            thumbnail(pair.before(), Upright.of(pair.orientation())),
            thumbnail(pair.after(), Upright.AS_STORED));
    both.getStyleClass().add("pair");
    var open = new Button(null, new VBox(both, name));
    open.getStyleClass().addAll("flat", "pair-button");
    open.setTooltip(new Tooltip(pair.before() + " \u2192 " + pair.after()));
    open.setAccessibleText(
        Messages.get("result.pictures.spoken", pair.before().getFileName(), pair.after()));
    open.setOnAction(_ -> opener.accept(pair.after()));
    return open;
  }

  private static Node thumbnail(Path file, Upright upright) {
    var width = upright.lying() ? HEIGHT : WIDTH;
    var height = upright.lying() ? WIDTH : HEIGHT;
    // in the background: a hundred of them must not stop the window
    var image = new Image(file.toUri().toString(), SHARP * width, SHARP * height, true, true, true);
    var view = new ImageView(image);
    view.setFitWidth(width);
    view.setFitHeight(height);
    view.setPreserveRatio(true);
    view.setScaleX(upright.mirrored() ? -1 : 1);
    view.setRotate(upright.degrees());
    var frame = new StackPane(view);
    frame.setMinSize(WIDTH, HEIGHT);
    frame.setPrefSize(WIDTH, HEIGHT);
    frame.getStyleClass().add("thumbnail");
    image
        .errorProperty()
        .addListener((_, _, failed) -> {
          if (failed) {
            var gone = new Label(Messages.get("result.pictures.gone"));
            gone.getStyleClass().addAll("muted", "small");
            gone.setWrapText(true);
            frame.getChildren().setAll(gone);
          }
        });
    return frame;
  }
}
