package dev.mixpaneldata.chart;

/** A result that has a chart. */
public interface Chartable {
  /** Returns the chart of this result. */
  Chart chart();
}
