"""Tests of moving figures: their files, and where every joint is at a moment."""
