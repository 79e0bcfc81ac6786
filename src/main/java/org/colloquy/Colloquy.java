package org.colloquy;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class Colloquy {

    public static void main(String[] args) {
        SpringApplication.run(Colloquy.class, args);
    }
}
