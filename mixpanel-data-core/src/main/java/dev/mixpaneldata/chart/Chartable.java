package dev.mixpaneldata.chart;

/** A result that can be seen as a picture. */
public interface Chartable {
  /** The picture of this result. */
  Chart chart();
}
