package dev.mixpaneldata.chart.svg;

import dev.mixpaneldata.chart.Chart;

/**
 * Draws charts as SVG elements to put into an HTML page. The elements have neither scripts nor
 * styles of their own: colours come from classes, which {@link #STYLE} defines for light and dark
 * screens and for paper. Labels are text and never markup, whatever characters they have.
 */
public final class SvgChart {
  /** The style sheet of all charts. */
  public static final String STYLE =
      """
      .mp-chart{--ink:#333344;--mute:#6b6b7d;--grid:#e4e4ec;--heat:#5b4be0;--on:#ffffff;\
      --s0:#5b4be0;--s1:#d2541d;--s2:#15806f;--s3:#c92c63;--s4:#2477c4;--s5:#8a6d00;--s6:#7a5c3e;\
      --s7:#6f6f80;display:block;width:100%;height:auto;font:12px system-ui,sans-serif}
      @media (prefers-color-scheme:dark){.mp-chart{--ink:#e6e6f0;--mute:#a5a5b8;--grid:#3a3a48;\
      --heat:#8f83ff;--on:#14141c;--s0:#9d92ff;--s1:#ff9a66;--s2:#4fd1bd;--s3:#ff7ba8;\
      --s4:#6fb5ff;--s5:#e2c04a;--s6:#c9a27c;--s7:#b4b4c4}}
      @media print{.mp-chart{--ink:#000000;--mute:#444444;--grid:#cccccc;--heat:#5b4be0;\
      --on:#ffffff;--s0:#5b4be0;--s1:#d2541d;--s2:#15806f;--s3:#c92c63;--s4:#2477c4;--s5:#8a6d00;\
      --s6:#7a5c3e;--s7:#6f6f80}}
      .mp-chart text{fill:var(--ink)}
      .mp-chart .mute{fill:var(--mute)}
      .mp-chart .on{fill:var(--on)}
      .mp-chart .title{font-size:15px;font-weight:600}
      .mp-chart .grid{stroke:var(--grid)}
      .mp-chart .line{fill:none;stroke-width:2;stroke-linejoin:round}
      .mp-chart .heat{fill:var(--heat)}
      .mp-chart .pale{stroke:var(--heat);stroke-dasharray:3 2}
      .mp-chart .f0{fill:var(--s0)}.mp-chart .l0{stroke:var(--s0)}
      .mp-chart .f1{fill:var(--s1)}.mp-chart .l1{stroke:var(--s1)}
      .mp-chart .f2{fill:var(--s2)}.mp-chart .l2{stroke:var(--s2)}
      .mp-chart .f3{fill:var(--s3)}.mp-chart .l3{stroke:var(--s3)}
      .mp-chart .f4{fill:var(--s4)}.mp-chart .l4{stroke:var(--s4)}
      .mp-chart .f5{fill:var(--s5)}.mp-chart .l5{stroke:var(--s5)}
      .mp-chart .f6{fill:var(--s6)}.mp-chart .l6{stroke:var(--s6)}
      .mp-chart .f7{fill:var(--s7)}.mp-chart .l7{stroke:var(--s7)}
      """;

  private SvgChart() {}

  /** Returns the chart as a file of its own, with its style sheet. */
  public static String file(Chart chart) {
    String svg = of(chart);
    int content = svg.indexOf('>') + 1;
    return svg.substring(0, content) + "<style>" + STYLE + "</style>" + svg.substring(content);
  }

  /** Returns the chart as one {@code svg} element. */
  public static String of(Chart chart) {
    if (chart instanceof Chart.Lines lines) {
      return lines.times().size() > 1 ? LineSvg.of(lines) : BarSvg.of(LineSvg.atOneTime(lines));
    }
    if (chart instanceof Chart.Bars bars) {
      return BarSvg.of(bars);
    }
    if (chart instanceof Chart.Groups groups) {
      return GroupSvg.of(groups);
    }
    if (chart instanceof Chart.Flow flow) {
      return BarSvg.of(flow.paths());
    }
    return HeatSvg.of((Chart.Heatmap) chart);
  }
}
