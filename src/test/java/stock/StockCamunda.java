package stock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/**
 * Camunda 7.24.0 as it comes: engine, REST API and web applications with their default settings, and nothing of Fairway. It stands outside of
 * Fairway's packages, so that nothing scans it.
 */
@EnableAutoConfiguration
public class StockCamunda {

    public static void main(String[] arguments) {
        SpringApplication.run(StockCamunda.class, arguments);
    }
}
