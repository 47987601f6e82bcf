package speedup.workload;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search that is ready to run.
 *
 * @param files what is searched
 * @param task how
 * @param description what the files are
 */
record KeywordPlan(FolderFiles files, KeywordTask task, String description)
    implements Prepared<FolderSlice, List<FileMatches>, SearchResult> {
  /** So many lines are shown. */
  private static final int SHOWN = 1_000;

  @Override
  public List<String> notes() {
    return files.notes();
  }

  @Override
  public List<Stage<FolderSlice, List<FileMatches>>> stages() {
    return List.of(new FilesStage<>(files, task));
  }

  @Override
  public SearchResult merge(List<List<FileMatches>> results) {
    return SearchResult.of(files.names(), results);
  }

  @Override
  public String inWords(SearchResult result) {
    var words = new StringBuilder();
    words.append(
        "%s in %s of %s %s %s"
            .formatted(
                Words.count(result.lines(), "line", "lines"),
                Words.number(result.files()),
                Words.count(result.searched(), "file", "files"),
                result.lines() == 1 ? "matches" : "match",
                Words.quote(task.keyword())));
    if (result.binary().count() > 0) {
      words.append("; ");
      words.append(
          Words.count(result.binary().count(), "file is", "files are") + " no text and skipped");
    }
    if (result.problems().count() > 0) {
      words.append("; ");
      words.append(Words.count(result.problems().count(), "file has", "files have"));
      words.append(" a problem: ").append(result.problems().inWords());
    }
    return words.toString();
  }

  @Override
  public List<Shown> show(SearchResult result) {
    var shown = new ArrayList<Shown>();
    shown.add(
        new Shown.Lines(
            "Lines that match " + Words.quote(task.keyword()),
            result.first().stream().limit(SHOWN).map(this::line).toList(),
            result.lines()));
    shown.addAll(result.problems().table("Files with a problem"));
    shown.addAll(result.binary().table("Files that were skipped"));
    return shown;
  }

  private Shown.Lines.Line line(SearchResult.Found found) {
    var line = found.line();
    return new Shown.Lines.Line(
        files.folder().resolve(found.file()), line.number(), line.text(), line.from(), line.to());
  }

  @Override
  public Map<String, Object> inValues(SearchResult result) {
    var values = new LinkedHashMap<String, Object>();
    values.put("folder", files.folder().toString());
    values.put("searchedFiles", result.searched());
    values.put("files", result.files());
    values.put("lines", result.lines());
    values.put("matches", result.first().stream().map(KeywordPlan::values).toList());
    values.put("matchesAreAll", result.first().size() == result.lines());
    values.put("checksum", result.checksum());
    values.put("binaryFiles", result.binary().count());
    values.put("problemFiles", result.problems().count());
    values.put("problems", result.problems().values());
    return values;
  }

  private static Map<String, Object> values(SearchResult.Found found) {
    var values = new LinkedHashMap<String, Object>();
    values.put("file", found.file());
    values.put("line", found.line().number());
    values.put("text", found.line().text());
    return values;
  }
}
