"""A front and a back silhouette with named areas: where to turn one's attention, where it hurts."""
