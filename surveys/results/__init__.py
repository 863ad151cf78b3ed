"""What the results of surveys say to who reads them: sample, bars, and how they went over the periods. Pure."""
