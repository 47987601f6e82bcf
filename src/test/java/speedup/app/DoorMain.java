package speedup.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** A start of the program without its window: says what becomes of it, until its input ends. */
final class DoorMain {
  private DoorMain() {}

  public static void main(String[] args) throws IOException {
    var file = args.length > 1 ? Optional.of(Path.of(args[1])) : Optional.<Path>empty();
    try (var door = new WindowDoor(Path.of(args[0]))) {
      if (door.handOver(file)) {
        System.out.println("handed over");
        return;
      }
      System.out.println("first");
      door.listen(arrived -> System.out.println("opens " + arrived.map(Path::toString).orElse("")));
      while (System.in.read() >= 0) {
        continue;
      }
    }
  }
}
