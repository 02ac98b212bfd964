package com.example.spring;

import dev.mixpaneldata.Workspace;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;

/** A service that keeps a local copy of a Mixpanel project and answers from it. */
@SpringBootApplication
@EnableScheduling
public class ShopApplication {
  public static void main(String[] arguments) {
    SpringApplication.run(ShopApplication.class, arguments);
  }

  /**
   * One workspace for the whole application: it is thread-safe, and opening it costs nothing. Spring
   * closes it. The account comes from the environment (MP_USERNAME and so on).
   */
  @Bean
  Workspace workspace() {
    return Workspace.open();
  }
}
