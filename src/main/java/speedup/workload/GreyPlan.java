package speedup.workload;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Pictures that are ready to be made grey.
 *
 * @param files the originals
 * @param to the folder for the grey ones
 * @param outputs what the grey ones are called in it, in the order of the originals
 * @param description what the pictures are
 */
record GreyPlan(FolderFiles files, Path to, List<String> outputs, String description)
    implements Prepared<PictureSlice, List<PictureResult>, GreyResult> {
  /** So many pictures are shown. */
  private static final int SHOWN = 100;

  static GreyPlan of(FolderFiles files, Path to, String description) {
    return new GreyPlan(files, to, outputs(files.names()), description);
  }

  /** The names of the originals, made different where a disk takes A and a for the same. */
  private static List<String> outputs(List<String> names) {
    Set<String> taken = new HashSet<>();
    var outputs = new ArrayList<String>(names.size());
    for (var name : names) {
      var output = name;
      for (var i = 2; !taken.add(output.toLowerCase(Locale.ROOT)); i++) {
        var dot = name.lastIndexOf('.');
        output = "%s (%d)%s".formatted(name.substring(0, dot), i, name.substring(dot));
      }
      outputs.add(output);
    }
    return outputs;
  }

  @Override
  public List<String> notes() {
    return files.notes();
  }

  @Override
  public List<Stage<PictureSlice, List<PictureResult>>> stages() {
    return List.of(new Pictures(this));
  }

  private record Pictures(GreyPlan plan) implements Stage<PictureSlice, List<PictureResult>> {
    @Override
    public long items() {
      return plan.outputs().size();
    }

    @Override
    public PictureSlice slice(long from, long to) {
      return new PictureSlice(
          plan.files().folder().toString(),
          plan.files().names().subList((int) from, (int) to),
          plan.to().toString(),
          plan.outputs().subList((int) from, (int) to));
    }

    @Override
    public SliceTask<PictureSlice, List<PictureResult>> task() {
      return new GreyTask();
    }
  }

  @Override
  public GreyResult merge(List<List<PictureResult>> results) {
    return GreyResult.of(files.names(), results);
  }

  @Override
  public boolean same(GreyResult expected, GreyResult actual) {
    return expected.isSameAs(actual);
  }

  @Override
  public String inWords(GreyResult result) {
    var words =
        new StringBuilder(
            Words.say(
                "%,d of %s made grey, %.1f megapixels",
                result.converted(),
                Words.count(result.checksums().length, "picture", "pictures"),
                result.pixels() / 1e6));
    append(words, result.unreadable(), "unread");
    append(words, result.unwritten(), "unwritten");
    return words.toString();
  }

  private static void append(StringBuilder words, Told told, String what) {
    if (told.count() > 0) {
      words.append("; %s %s: %s".formatted(Words.number(told.count()), what, told.inWords()));
    }
  }

  @Override
  public List<Shown> show(GreyResult result) {
    var pairs = new ArrayList<Shown.Pictures.Pair>();
    for (var i = 0; i < outputs.size() && pairs.size() < SHOWN; i++) {
      if (result.checksums()[i] >= 0) {
        var before = files.folder().resolve(files.names().get(i));
        pairs.add(
            new Shown.Pictures.Pair(
                before, ExifOrientation.toShow(before), to.resolve(outputs.get(i))));
      }
    }
    var shown = new ArrayList<Shown>();
    shown.add(new Shown.Pictures("Before and after", to, pairs, result.converted()));
    shown.addAll(result.unreadable().table("Pictures that cannot be read"));
    shown.addAll(result.unwritten().table("Pictures that could not be written"));
    return shown;
  }

  @Override
  public Map<String, Object> inValues(GreyResult result) {
    var values = new LinkedHashMap<String, Object>();
    values.put("folder", files.folder().toString());
    values.put("to", to.toString());
    values.put("pictures", result.checksums().length);
    values.put("converted", result.converted());
    values.put("pixels", result.pixels());
    values.put("checksum", result.checksum());
    values.put("unreadable", result.unreadable().count());
    values.put("unwritten", result.unwritten().count());
    var problems = new ArrayList<>(result.unreadable().values());
    problems.addAll(result.unwritten().values());
    values.put("problems", problems);
    return values;
  }
}
