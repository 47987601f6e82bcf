import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What is run on a system to make the runtime image, the app image and the installers: lists of
 * arguments, made without a look at the machine except for which tools of Linux there are.
 */
final class Commands {
  private static final String NAME = "Speedup Workbench";

  /** Never to change: by it, Windows knows that a newer version replaces an older one. */
  private static final String UPGRADE_UUID = "6b1c2a5e-8f0d-4c53-9a1e-27d4f0b3c7e9";

  static final String MAIN_JAR = "speedup-workbench.jar";
  private static final String IDENTIFIER = "dev.speedup.workbench";

  /**
   * What jdeps finds, which is checked, and what is reached by other ways: archives as file systems
   * by the compiler, German numbers and dates by the locale.
   */
  static final Set<String> MODULES =
      new TreeSet<>(
          List.of(
              "java.base",
              "java.desktop",
              "java.logging",
              "java.sql",
              "java.xml",
              "javafx.base",
              "javafx.controls",
              "javafx.fxml",
              "javafx.graphics",
              "jdk.compiler",
              "jdk.localedata",
              "jdk.zipfs"));

  /** Of the window and of commands alike, so that {@code speedup} alone opens the window too. */
  static final List<String> JAVA_OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "--enable-native-access=javafx.graphics,ALL-UNNAMED",
          "--add-exports=javafx.base/com.sun.javafx.event=ALL-UNNAMED",
          "--add-exports=javafx.controls/com.sun.javafx.scene.control=ALL-UNNAMED",
          "--add-exports=javafx.controls/com.sun.javafx.scene.control.behavior=ALL-UNNAMED",
          "--add-exports=javafx.controls/com.sun.javafx.scene.control.inputmap=ALL-UNNAMED",
          "--add-exports=javafx.graphics/com.sun.javafx.scene=ALL-UNNAMED",
          "--add-exports=javafx.graphics/com.sun.javafx.scene.traversal=ALL-UNNAMED",
          "--add-exports=javafx.graphics/com.sun.javafx.css=ALL-UNNAMED");

  /** A start cache that the JVM does not take is no news to the person. */
  private static final List<String> QUIET =
      List.of("-Xlog:disable", "-Xlog:all=warning,aot*=off,cds*=off:stderr");

  enum Os {
    LINUX("speedup-workbench", "Linux"),
    WINDOWS(NAME, "Windows"),
    MACOS(NAME, "Mac");

    /** Of the folder, the start program and the entry in menus. */
    final String image;

    /** How sqlite-jdbc calls it. */
    final String natives;

    Os(String image, String natives) {
      this.image = image;
      this.natives = natives;
    }

    /** What only this system needs. */
    Path folder() {
      return Path.of("installer", name().toLowerCase(Locale.ROOT));
    }

    static Os present() {
      var name = System.getProperty("os.name");
      return name.startsWith("Windows") ? WINDOWS : name.startsWith("Mac") ? MACOS : LINUX;
    }
  }

  static final Path TARGET = Path.of("target");
  static final Path WORK = TARGET.resolve("installer");
  static final Path INPUT = WORK.resolve("input");
  static final Path RUNTIME = WORK.resolve("runtime");

  private final Os os;
  private final String version;

  Commands(Os os, String version) {
    this.os = os;
    var released = version.replace("-SNAPSHOT", "");
    // macOS refuses versions that begin with 0
    this.version = os == Os.MACOS ? released.replaceFirst("^0\\.", "1.") : released;
  }

  /** All that is run on a system after the runtime image and the input are there. */
  List<List<String>> all(String sum) {
    var all = new ArrayList<List<String>>();
    all.add(jlink());
    all.add(appImage(sum));
    if (os == Os.MACOS) {
      all.addAll(signings());
    }
    types().forEach(type -> all.add(installer(type)));
    return all;
  }

  List<String> jlink() {
    return List.of(
        tool("jlink"),
        "--module-path=" + WORK.resolve("jmods"),
        "--add-modules=" + String.join(",", MODULES),
        // bin/java stays: the workers are started with it
        "--strip-debug",
        "--no-man-pages",
        "--no-header-files",
        "--generate-cds-archive",
        "--include-locales=en,de",
        // what the package compresses as a whole gets smaller, and starts faster
        "--compress=zip-0",
        // for javac --release, which the program does not use
        "--exclude-files=/jdk.compiler/lib/ct.sym",
        "--output=" + RUNTIME);
  }

  List<String> appImage(String sum) {
    var command = new ArrayList<>(common("app-image"));
    command.addAll(List.of("--input", INPUT.toString(), "--runtime-image", RUNTIME.toString()));
    command.addAll(List.of("--main-jar", MAIN_JAR, "--main-class", "speedup.app.Main"));
    command.addAll(List.of("--add-launcher", "speedup=installer/command.properties"));
    command.addAll(List.of("--icon", icon()));
    Stream.of(JAVA_OPTIONS, QUIET)
        .flatMap(List::stream)
        .forEach(option -> command.addAll(List.of("--java-options", option)));
    command.addAll(List.of("--java-options", "-XX:AOTCache=$APPDIR/" + cacheName(sum)));
    if (os == Os.MACOS) {
      command.addAll(List.of("--mac-package-identifier", IDENTIFIER));
      command.addAll(List.of("--file-associations", associations()));
    }
    return command;
  }

  List<String> installer(String type) {
    var command = new ArrayList<>(common(type));
    command.addAll(List.of("--app-image", image().toString()));
    command.addAll(List.of("--license-file", "LICENSE"));
    if (os != Os.MACOS) { // there they are part of the app
      command.addAll(List.of("--file-associations", associations()));
    }
    switch (os) {
      case LINUX -> {
        command.addAll(List.of("--linux-package-name", "speedup-workbench"));
        command.addAll(List.of("--linux-menu-group", "Education;Science;ComputerScience;"));
        command.addAll(List.of("--install-dir", "/opt"));
        command.addAll(
            type.equals("deb")
                ? List.of("--linux-app-category", "education")
                : List.of("--linux-rpm-license-type", "Apache-2.0"));
      }
      case WINDOWS -> {
        // without an administrator's rights, which pupils do not have
        command.addAll(List.of("--win-per-user-install", "--win-upgrade-uuid", UPGRADE_UUID));
        command.addAll(List.of("--win-menu", "--win-menu-group", NAME, "--win-dir-chooser"));
      }
      case MACOS -> command.addAll(List.of("--mac-package-identifier", IDENTIFIER));
    }
    return command;
  }

  private List<String> common(String type) {
    var command = new ArrayList<>(List.of(tool("jpackage"), "--type", type, "--name", os.image));
    command.addAll(List.of("--app-version", version, "--vendor", "Speedup Workbench authors"));
    command.addAll(
        List.of(
            "--dest",
            type.equals("app-image") ? WORK.toString() : WORK.resolve("packages").toString()));
    if (!type.equals("app-image")) {
      command.addAll(List.of("--resource-dir", resources(type).toString()));
    }
    command.addAll(List.of("--description", "Shows what more processes do for a program"));
    return command;
  }

  /** The JVM writes code as it runs: so may the app, and the java that it starts workers with. */
  List<List<String>> signings() {
    var who = System.getenv().getOrDefault("SPEEDUP_SIGN_IDENTITY", "-");
    var java = image().resolve("Contents/runtime/Contents/Home/bin/java");
    return Stream.of(java, image().resolve("Contents/runtime"), image())
        .map(what ->
            List.of(
                "codesign",
                "--force",
                "--options",
                "runtime",
                "--sign",
                who,
                "--entitlements",
                "installer/macos/speedup.entitlements",
                what.toString()))
        .toList();
  }

  List<String> types() {
    return switch (os) {
      case LINUX ->
          Stream.of(Map.entry("deb", "dpkg-deb"), Map.entry("rpm", "rpmbuild"))
              .filter(type -> onPath(type.getValue()))
              .map(Map.Entry::getKey)
              .toList();
      case WINDOWS -> List.of("msi", "exe");
      case MACOS -> List.of("dmg", "pkg");
    };
  }

  private String icon() {
    return switch (os) {
      case LINUX -> "src/main/resources/speedup/ui/icons/256.png";
      case WINDOWS -> "installer/icons/speedup.ico";
      case MACOS -> "installer/icons/speedup.icns";
    };
  }

  /** The scripts that copy icons for every size are those of the deb. */
  private Path resources(String type) {
    return type.equals("rpm") ? Path.of("installer/rpm") : os.folder();
  }

  private String associations() {
    return os.folder().resolve("speedup-file.properties").toString();
  }

  /** Where the person starts the program, below the app image. */
  Path image() {
    return WORK.resolve(os == Os.MACOS ? os.image + ".app" : os.image);
  }

  static String cacheName(String sum) {
    return "window-" + sum + ".aot";
  }

  /** A tool of the JDK that runs this. */
  static String tool(String name) {
    return Path.of(System.getProperty("java.home"), "bin", name).toString();
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
