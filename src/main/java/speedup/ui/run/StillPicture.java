package speedup.ui.run;

import java.util.Arrays;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import speedup.workload.Shown;

/** A finished picture, as large as there is room, in its own proportions. */
final class StillPicture extends Pane {
  private static final int OPAQUE = 0xff000000;

  private final ImageView view = new ImageView();

  StillPicture(Shown.Picture picture) {
    var image = new WritableImage(picture.width(), picture.height());
    image
        .getPixelWriter()
        .setPixels(
            0,
            0,
            picture.width(),
            picture.height(),
            PixelFormat.getIntArgbInstance(),
            Arrays.stream(picture.rgb()).map(pixel -> pixel | OPAQUE).toArray(),
            0,
            picture.width());
    view.setImage(image);
    view.setPreserveRatio(true);
    view.fitWidthProperty().bind(widthProperty());
    view.fitHeightProperty().bind(heightProperty());
    setMinSize(0, 0);
    getChildren().add(view);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(picture.title());
  }
}
