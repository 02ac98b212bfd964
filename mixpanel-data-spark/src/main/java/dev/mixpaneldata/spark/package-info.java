/**
 * Reports over data lakes of any size, by Apache Spark. Start at {@link
 * dev.mixpaneldata.spark.SparkReports}.
 */
@NullMarked
package dev.mixpaneldata.spark;

import org.jspecify.annotations.NullMarked;
