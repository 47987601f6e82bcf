package speedup.report;

/** How a page looks: on paper, on a phone, by day and by night. */
final class PageStyle {
  static final String CSS =
      """
      :root { color-scheme: light dark; --ground: #ffffff; --text: #24292f; --muted: #57606a;
        --line: #d0d7de; --soft: #f6f8fa; --accent: #0969da; }
      @media (prefers-color-scheme: dark) { :root { --ground: #0d1117; --text: #e6edf3;
        --muted: #9ea7b3; --line: #30363d; --soft: #161b22; --accent: #58a6ff; } }
      @media print { :root { color-scheme: light; --ground: #ffffff; --text: #24292f;
        --muted: #57606a; --line: #d0d7de; --soft: #f6f8fa; } }
      body { margin: 0; background: var(--ground); color: var(--text);
        font: 16px/1.5 Helvetica, Arial, 'Liberation Sans', sans-serif; }
      main { max-width: 960px; margin: 0 auto; padding: 24px 16px; }
      h1 { margin: 0; font-size: 28px; line-height: 1.2; overflow-wrap: anywhere; }
      h2 { margin: 32px 0 8px; font-size: 18px; line-height: 1.3; }
      p { margin: 8px 0; overflow-wrap: anywhere; }
      .muted, footer { color: var(--muted); }
      .figures { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 24px;
        margin: 16px 0; }
      .big { margin: 0; font-size: 64px; line-height: 1; font-weight: bold;
        font-variant-numeric: tabular-nums; }
      .figures p { margin: 2px 0; }
      .verdict { border-left: 4px solid var(--accent); background: var(--soft);
        padding: 8px 16px; }
      .verdict h2 { margin: 0; }
      dl { margin: 16px 0; }
      dt { color: var(--muted); font-size: 14px; }
      dd { margin: 0 0 8px; white-space: pre-line; overflow-wrap: anywhere; }
      figure { margin: 0; }
      svg { display: block; width: 100%; height: auto; }
      .narrow-chart, .dark { display: none; }
      @media (max-width: 600px) { .wide-chart { display: none; }
        .narrow-chart.light { display: block; } }
      @media screen and (prefers-color-scheme: dark) { .light, .narrow-chart.light {
        display: none; } .wide-chart.dark { display: block; } }
      @media screen and (prefers-color-scheme: dark) and (max-width: 600px) {
        .wide-chart.dark { display: none; } .narrow-chart.dark { display: block; } }
      .wide { overflow-x: auto; }
      table { border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
      th, td { padding: 4px 16px 4px 0; border-bottom: 1px solid var(--line); text-align: left;
        vertical-align: top; }
      th { color: var(--muted); font-weight: normal; white-space: nowrap; }
      .number { text-align: right; white-space: nowrap; }
      summary { cursor: pointer; color: var(--muted); font-size: 14px; }
      code { overflow-wrap: anywhere; font-size: 14px; }
      ul { padding-left: 20px; }
      footer { margin-top: 32px; border-top: 1px solid var(--line); font-size: 14px; }
      """;

  private PageStyle() {}
}
